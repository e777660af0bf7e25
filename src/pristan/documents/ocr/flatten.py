"""A page photographed at an angle on a darker ground, made rectangular.

The page is the largest bright patch; a straight line is laid along each of its four sides; where they meet are the
corners. Source: projective transformation of four points (eight linear equations). Does not: smooth a bent or
crumpled sheet, or touch a picture in which no such page stands out clearly.
"""

from __future__ import annotations

from math import hypot

from PIL import Image, ImageFilter

Point = tuple[float, float]

_SMALL = 240  # points of the longer side on which the page is sought
_CLEARER = 35  # grey levels by which paper must be lighter than what lies around it
_LEAST_SHARE = 0.25  # of the picture
_FILLED = 0.93  # of the rectangle between the corners must be the patch
_STEP = 25  # grey levels by which the picture must darken within a few points past a side: a shadow darkens slowly
_REACH = 4  # points on either side of it
_SHEET = 2**0.5  # height over width of A4
_NEAR_SHEET = 0.12
_STRAIGHT = 0.02  # share of the picture by which all corners may differ from its own: nothing to flatten


def flattened(picture: Image.Image) -> Image.Image:
    """The page alone, if one is seen at an angle or with much around it; else the picture as it is."""
    corners = page_corners(picture)
    if corners is None or _is_whole(corners, picture.size):
        return picture
    width = (_apart(corners[0], corners[1]) + _apart(corners[3], corners[2])) / 2
    height = (_apart(corners[0], corners[3]) + _apart(corners[1], corners[2])) / 2
    longer, shorter = max(width, height), min(width, height)
    if abs(longer / shorter / _SHEET - 1) < _NEAR_SHEET:
        width, height = (shorter, shorter * _SHEET) if height > width else (shorter * _SHEET, shorter)
    size = (round(width), round(height))
    sheet = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    how = _perspective(sheet, corners)
    return picture.transform(size, Image.Transform.PERSPECTIVE, how, Image.Resampling.BILINEAR)


def page_corners(picture: Image.Image) -> list[Point] | None:
    """Top left, top right, bottom right, bottom left, in points of the picture; None where no page stands out."""
    scale = max(picture.size) / _SMALL
    small = picture.convert("L").resize(
        (max(8, round(picture.width / scale)), max(8, round(picture.height / scale))), Image.Resampling.BOX
    )
    small = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MinFilter(5))  # words vanish, edges stay
    threshold = _between(small.histogram())
    if threshold is None:
        return None
    patch = _largest_patch(small, threshold)
    width, height = small.size
    if len(patch) < _LEAST_SHARE * width * height:
        return None
    corners = _four_lines(patch, width)
    if corners is None or len(patch) < _FILLED * _area(corners) or not _stands_out(small, corners):
        return None
    across, down = picture.width / width, picture.height / height
    return [(min(max(x, 0), width) * across, min(max(y, 0), height) * down) for x, y in corners]


def _between(histogram: list[int]) -> int | None:
    """The grey level that parts ground from paper (Otsu's method); None where they are too alike."""
    whole, weighted = sum(histogram), sum(level * count for level, count in enumerate(histogram))
    best, found = 0.0, None
    below = dark = 0
    for level, count in enumerate(histogram):
        below += count
        dark += level * count
        if below in (0, whole):
            continue
        apart = (weighted - dark) / (whole - below) - dark / below
        if apart >= _CLEARER and below * (whole - below) * apart * apart > best:
            best, found = below * (whole - below) * apart * apart, level
    return found


def _largest_patch(small: Image.Image, threshold: int) -> set[int]:
    """The points (row by row) of the largest connected bright patch, its holes filled row by row later by its lines."""
    width = small.width
    left = {place for place, value in enumerate(small.tobytes()) if value > threshold}
    best: set[int] = set()
    while len(left) > len(best):
        start = left.pop()
        patch, open_ones = {start}, [start]
        while open_ones:
            place = open_ones.pop()
            column = place % width
            for near in (
                place - width,
                place + width,
                place - 1 if column else -1,
                place + 1 if column < width - 1 else -1,
            ):
                if near in left:
                    left.remove(near)
                    patch.add(near)
                    open_ones.append(near)
        best = max(best, patch, key=len)
    rows: dict[int, list[int]] = {}
    for place in best:
        rows.setdefault(place // width, []).append(place % width)
    return {row * width + column for row, found in rows.items() for column in range(min(found), max(found) + 1)}


def _four_lines(patch: set[int], width: int) -> list[Point] | None:
    """The corners: where lines along the four sides of the patch meet. None where a side is too short for a line."""
    points = [(place % width, place // width) for place in patch]
    rough = [
        min(points, key=lambda at: at[0] + at[1]),
        max(points, key=lambda at: at[0] - at[1]),
        max(points, key=lambda at: at[0] + at[1]),
        min(points, key=lambda at: at[0] - at[1]),
    ]
    lines = []
    for number in range(4):
        first, last = rough[number], rough[(number + 1) % 4]
        level = number % 2 == 0  # top and bottom: the outermost point of each column; else of each row
        side = _outermost(points, first, last, level=level, least=number in (0, 3))
        line = _line(side, level=level)
        if line is None:
            return None
        lines.append(line)
    corners = [_meeting(lines[number], lines[(number + 1) % 4]) for number in (3, 0, 1, 2)]
    return corners if _is_convex(corners) else None


def _outermost(points: list[tuple[int, int]], first: Point, last: Point, *, level: bool, least: bool) -> list[Point]:
    along, across = (0, 1) if level else (1, 0)
    low, high = sorted((first[along], last[along]))
    margin = (high - low) * 0.08
    found: dict[int, int] = {}
    for point in points:
        here, there = point[along], point[across]
        if low + margin <= here <= high - margin and (
            here not in found or (there < found[here] if least else there > found[here])
        ):
            found[here] = there
    half = 0.0 if least else 1.0  # the far edge of a point
    return [(float(here), there + half) for here, there in found.items()]


def _line(side: list[Point], *, level: bool) -> tuple[float, float, bool] | None:
    """Slope and offset by least squares, twice: points far off the first line (a thumb, a torn corner) are left out."""
    kept = side
    for _ in range(3):
        if len(kept) < 12:
            return None
        mean_x = sum(x for x, _ in kept) / len(kept)
        mean_y = sum(y for _, y in kept) / len(kept)
        spread = sum((x - mean_x) ** 2 for x, _ in kept)
        slope = sum((x - mean_x) * (y - mean_y) for x, y in kept) / spread
        offset = mean_y - slope * mean_x
        off = sorted(abs(y - slope * x - offset) for x, y in kept)
        bound = max(1.0, 2.5 * off[len(off) // 2])
        kept = [(x, y) for x, y in kept if abs(y - slope * x - offset) <= bound]
    return slope, offset, level


def _meeting(one: tuple[float, float, bool], two: tuple[float, float, bool]) -> Point:
    level, steep = (one, two) if one[2] else (two, one)
    # y = a x + b meets x = c y + d
    x = (steep[0] * level[1] + steep[1]) / (1 - steep[0] * level[0])
    return x, level[0] * x + level[1]


def _stands_out(small: Image.Image, corners: list[Point]) -> bool:
    """Whether the picture darkens at once past at least two sides, and nowhere past a side only slowly."""
    middle = (sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4)
    sharp = 0
    for number in range(4):
        (ax, ay), (bx, by) = corners[number], corners[(number + 1) % 4]
        length = hypot(bx - ax, by - ay)
        across, down = (by - ay) / length, -(bx - ax) / length  # a step of one point to the side
        if across * (middle[0] - ax) + down * (middle[1] - ay) > 0:
            across, down = -across, -down  # outwards
        steps = []
        for part in range(1, 20):
            x, y = ax + (bx - ax) * part / 20, ay + (by - ay) * part / 20
            outer = (round(x + across * _REACH), round(y + down * _REACH))
            inner = (round(x - across * _REACH), round(y - down * _REACH))
            if all(0 <= at[0] < small.width and 0 <= at[1] < small.height for at in (outer, inner)):
                steps.append(_level(small, inner) - _level(small, outer))
        if len(steps) < 5:
            continue  # the side lies on the picture's edge: the page goes on beyond it
        if sorted(steps)[len(steps) // 2] < _STEP:
            return False
        sharp += 1
    return sharp >= 2


def _level(small: Image.Image, at: tuple[int, int]) -> int:
    value = small.getpixel(at)
    return value if isinstance(value, int) else 0


def _is_convex(corners: list[Point]) -> bool:
    turns = []
    for number in range(4):
        (ax, ay), (bx, by), (cx, cy) = (corners[(number + step) % 4] for step in range(3))
        turn = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
        turns.append(turn / (hypot(bx - ax, by - ay) * hypot(cx - bx, cy - by) or 1))
    return min(turns) > 0.8  # sine of the angle: between 53 and 127 degrees


def _area(corners: list[Point]) -> float:
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _is_whole(corners: list[Point], size: tuple[int, int]) -> bool:
    width, height = size
    own = [(0, 0), (width, 0), (width, height), (0, height)]
    near = _STRAIGHT * max(size)
    return all(abs(x - u) < near and abs(y - v) < near for (x, y), (u, v) in zip(corners, own, strict=True))


def _apart(one: Point, two: Point) -> float:
    return hypot(one[0] - two[0], one[1] - two[1])


def _perspective(sheet: list[Point], corners: list[Point]) -> list[float]:
    """The eight numbers that carry points of the sheet to points of the picture, by Gauss's elimination."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(sheet, corners, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        best = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(8):
            if other != at:
                factor = rows[other][at]
                rows[other] = [one - factor * two for one, two in zip(rows[other], rows[at], strict=True)]
    return [row[8] for row in rows]
