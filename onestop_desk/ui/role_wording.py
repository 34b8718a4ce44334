"""What the roles are called. Knows no Qt."""

from collections.abc import Callable, Iterable

from onestop_desk.domain.office import Role
from onestop_desk.ui.translation import translate


def role_words(role: Role) -> str:
    """Return a role's name."""
    return _ROLES[role]()


def roles_words(roles: Iterable[Role]) -> str:
    """Return the names of several roles, in the order of the roles."""
    held = set(roles)
    return ", ".join(role_words(role) for role in Role if role in held)


_ROLES: dict[Role, Callable[[], str]] = {
    Role.RECEPTION: lambda: translate("Role", "Tiếp nhận"),
    Role.SPECIALIST: lambda: translate("Role", "Chuyên viên"),
    Role.SUPERVISOR: lambda: translate("Role", "Tổ trưởng"),
    Role.ADMIN: lambda: translate("Role", "Quản trị"),
    Role.AUDITOR: lambda: translate("Role", "Kiểm tra"),
}
