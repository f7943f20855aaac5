package cn.zhengqi.user.role;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.user.UserAction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What goes on record of roles that are made, changed and deleted: by the names that people know. */
@Component
class RoleRecords {

    private final PermissionCatalogue catalogue;
    private final RoleFields fields;
    private final RoleScopes scopes;
    private final AuditTrail audit;

    RoleRecords(PermissionCatalogue catalogue, RoleFields fields, RoleScopes scopes, AuditTrail audit) {
        this.catalogue = catalogue;
        this.fields = fields;
        this.scopes = scopes;
        this.audit = audit;
    }

    record Content(
            String code,
            String name,
            String description,
            List<String> permissions,
            Map<String, String> fields,
            Map<String, String> scopes) {}

    /** As the role lets its people do and see at this moment. */
    Content content(Role role, Set<String> permissions) {
        return new Content(
                role.code(),
                role.name(),
                role.description(),
                catalogue.inWords(permissions),
                fields.inWords(role.code()),
                scopes.inWords(scopes.of(role.code())));
    }

    /** When all of it is said, so that the record has what the role really lets its people see. */
    void made(Role role, Set<String> permissions) {
        audit.changed(UserAction.ROLE_CREATED, role.subject(), role.name(), null, content(role, permissions));
    }

    void changed(Content before, Role role, Set<String> permissions) {
        audit.changed(UserAction.ROLE_CHANGED, role.subject(), role.name(), before, content(role, permissions));
    }

    /** While it is still there. */
    void deleted(Role role, Set<String> permissions) {
        audit.changed(UserAction.ROLE_DELETED, role.subject(), role.name(), content(role, permissions), null);
    }
}
