"""Where the centre is, as its commands take it."""

from typing import Annotated

import typer

Url = Annotated[
    str,
    typer.Option(
        "--url",
        metavar="URL",
        envvar="ONESTOP_CENTRE",
        help="Địa chỉ quản trị: postgresql://tên@máy/cơ_sở_dữ_liệu; mật khẩu đặt trong PGPASSWORD.",
    ),
]
Router = Annotated[
    str,
    typer.Option("--url", metavar="URL", envvar="ONESTOP_ROUTER", help="Địa chỉ của máy thêm bằng --all-agencies."),
]
