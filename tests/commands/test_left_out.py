"""What Wagtail would load into every process, and nobody here uses."""

import sys

from django.apps import apps

from lingotype.config.left_out import leave_out


def test_the_api_that_is_not_offered_is_not_loaded():
    assert apps.ready
    assert not apps.is_installed("wagtail.api.v3")
    loaded = {"ninja", "wagtail.api.v3.routers", "wagtail.api.v3.schemas", "wagtail.images.api.v3.form_data"}
    assert loaded.isdisjoint(sys.modules)


def test_said_twice_it_is_done_once():
    before = list(sys.meta_path)
    leave_out()
    assert sys.meta_path == before
