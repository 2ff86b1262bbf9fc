"""The addresses of the channels. Both lists have to stand before the pages of the tree, which take every address."""

from django.urls import URLPattern, path

from lingotype.channels import feeds, news_sitemap, robots, sitemaps
from lingotype.delivery.feeds import JSON_NAME, RSS_NAME

root_patterns: list[URLPattern] = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:lang>-<int:page>.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<slug:lang>.xml", sitemaps.sitemap, name="sitemap"),
    path("news-sitemap.xml", news_sitemap.news_sitemap, name="news_sitemap"),
    path("news-sitemap-<int:page>.xml", news_sitemap.news_sitemap, name="news_sitemap"),
]
"""Beside the languages."""

language_patterns: list[URLPattern] = [
    path(RSS_NAME, feeds.rss, name="rss"),
    path(JSON_NAME, feeds.json, name="json_feed"),
    path(f"<slug:slug>/{RSS_NAME}", feeds.rss, name="rss"),
    path(f"<slug:slug>/{JSON_NAME}", feeds.json, name="json_feed"),
]
"""Below each language."""
