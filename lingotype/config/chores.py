"""What a worker does beside translating."""

from lingotype.importing.originals.comparing import compare_one_source
from lingotype.importing.originals.reading import read_beside
from lingotype.newsroom.pictures import prepare_one_picture
from lingotype.translation.names import draft_one_name
from lingotype.translation.near.keys import index_some_texts

CHORES = (read_beside, compare_one_source, prepare_one_picture, draft_one_name, index_some_texts)
