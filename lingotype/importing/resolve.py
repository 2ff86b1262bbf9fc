"""Publishing many files at once: originals before their translations, and links among them found in a second round."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lingotype.importing.article_file import ArticleFile
from lingotype.importing.links import has_unresolved
from lingotype.importing.publish import Published


def publish_in_order(files: Sequence[ArticleFile], publish: Callable[[ArticleFile], Published]) -> list[Published]:
    """Publish every file; the answer is in the order of `files`.

    Originals come first, and those whose links led to one that was not there yet a second time; translations by people
    come when the originals stand as they will stay, or they would be older than their source from the first minute.
    """
    done: dict[int, Published] = {}
    for are_translations in (False, True):
        group = [index for index, file in enumerate(files) if (file.translation_of is not None) is are_translations]
        for index in group:
            done[index] = publish(files[index])
        for index in group:
            if len(files) > 1 and _links_by_address(files[index], done[index]):
                done[index] = _again(publish(files[index]), done[index])
    return [done[index] for index in range(len(files))]


def _again(second: Published, first: Published) -> Published:
    return replace(second, is_changed=first.is_changed or second.is_changed)


def _links_by_address(file: ArticleFile, published: Published) -> bool:
    texts = [str(block["value"]) for block in published.page.body.raw_data]
    boxes = any(block.type == "on_the_subject" for block in file.body)
    return boxes or any(has_unresolved(text) for text in texts)
