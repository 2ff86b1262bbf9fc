"""What a worker does beside translating."""

from lingotype.config.full_store import KeepFull
from lingotype.importing.originals.beside import work_beside
from lingotype.newsroom.pictures import prepare_one_picture
from lingotype.translation.names import draft_one_name
from lingotype.translation.near.keys import index_some_texts

CHORES = (KeepFull(), work_beside, prepare_one_picture, draft_one_name, index_some_texts)
