"""The newsroom's tables: pages in the Wagtail tree, and records that every language shares."""

from lingotype.newsroom.models.article import ArticleAuthor, ArticlePage, MadeBy
from lingotype.newsroom.models.pages import EditionPage, FrontPage, SectionPage, StaticPage, TitleState
from lingotype.newsroom.models.people import Person, PersonText
from lingotype.newsroom.models.pictures import Picture, PictureRendition
from lingotype.newsroom.models.reports import ReaderReport, ReaderThanks, ReportState, ReportTrace
from lingotype.newsroom.models.settings import NewsroomSettings
from lingotype.newsroom.models.tags import Tag, TagName

__all__ = [
    "ArticleAuthor",
    "ArticlePage",
    "EditionPage",
    "FrontPage",
    "MadeBy",
    "NewsroomSettings",
    "Person",
    "PersonText",
    "Picture",
    "PictureRendition",
    "ReaderReport",
    "ReaderThanks",
    "ReportState",
    "ReportTrace",
    "SectionPage",
    "StaticPage",
    "Tag",
    "TagName",
    "TitleState",
]
