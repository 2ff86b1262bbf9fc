"""The pictures themselves, one function each: `SCENES` maps the file's name to it."""

from collections.abc import Callable, Mapping

from drawing.canvas import Canvas
from drawing.scenes import catch, doors, market, rooms, sea, sport, streets, things

SCENES: Mapping[str, Callable[[Canvas], Canvas]] = {
    "electric-ferry": sea.electric_ferry,
    "storm": sea.storm,
    "paper-ship": sea.paper_ship,
    "bridge": sea.bridge_at_dawn,
    "harbor": sea.harbor_at_dusk,
    "apartments": streets.apartments,
    "flooded-street": streets.flooded_street,
    "bakery": doors.bakery,
    "clinic": doors.clinic,
    "school": doors.school,
    "tram": streets.tram,
    "courtroom": rooms.courtroom,
    "theatre": rooms.theatre,
    "library": rooms.library,
    "letters": things.letters,
    "piano": things.piano,
    "chart-shop": things.chart_shop,
    "market": market.market,
    "fish-market": market.fish_market,
    "unloading": catch.unloading,
    "fish-on-ice": catch.fish_on_ice,
    "auction": market.auction,
    "stadium": sport.stadium,
    "celebration": sport.celebration,
}
