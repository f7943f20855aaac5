package cn.zhengqi.user.role;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 字段权限: what roles say of sensitive fields. Nobody puts into a role that it sees more of a field than they see themselves, except who holds
 * {@link UserPermissions#GRANT_ANY}.
 */
@Component
class RoleFields {

    private final RoleFieldMapper mapper;
    private final FieldCatalogue catalogue;
    private final AuditTrail audit;

    RoleFields(RoleFieldMapper mapper, FieldCatalogue catalogue, AuditTrail audit) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    /** All fields, with how far the caller may go. */
    List<SensitiveFieldRow> all(CurrentUser user) {
        return catalogue.all().stream()
                .map(field -> new SensitiveFieldRow(
                        field.code(),
                        field.name(),
                        field.application(),
                        field.page(),
                        field.mask(),
                        field.plainFor(),
                        field.isEditable(),
                        most(field, user)))
                .toList();
    }

    Map<String, FieldRule> of(String role) {
        return mapper.of(role).stream()
                .collect(Collectors.toMap(RoleFieldMapper.Said::field, RoleFieldMapper.Said::rule));
    }

    /** Whether giving the role to somebody shows them no more than the caller sees. */
    boolean mayGrant(String role, CurrentUser user) {
        Map<String, DeclaredField> known = known();
        return of(role).entrySet().stream()
                .allMatch(said -> said.getValue().allowsNoMoreThan(most(known.get(said.getKey()), user)));
    }

    /**
     * Replaces what the role says.
     *
     * @throws ProblemException SENSITIVE_FIELD_UNKNOWN, FIELD_HAS_NO_FORM, FIELD_RULE_NOT_HELD
     */
    void replace(String role, UUID institution, String roleName, Map<String, FieldRule> wanted, CurrentUser user) {
        Map<String, FieldRule> before = of(role);
        Map<String, DeclaredField> known = known();
        wanted.forEach((code, rule) -> {
            if (!known.containsKey(code)) {
                throw refused(UserProblem.SENSITIVE_FIELD_UNKNOWN);
            }
            if (rule == FieldRule.EDITABLE && !known.get(code).isEditable()) {
                throw refused(UserProblem.FIELD_HAS_NO_FORM);
            }
            if (rule != before.get(code) && !rule.allowsNoMoreThan(most(known.get(code), user))) {
                throw refused(UserProblem.FIELD_RULE_NOT_HELD);
            }
        });
        // Of a field that is no longer declared a role keeps what it said: its service may be late.
        Map<String, FieldRule> after = new HashMap<>(wanted);
        before.forEach((code, rule) -> {
            if (!known.containsKey(code)) {
                after.put(code, rule);
            }
        });
        mapper.clear(role);
        after.forEach((code, rule) -> mapper.put(role, code, rule));
        audit.changed(
                UserAction.ROLE_FIELDS_CHANGED,
                institution,
                roleName,
                Content.of(role, before, known),
                Content.of(role, after, known));
    }

    /** What the caller may not put into a role is left out of the copy: there it is as strict as it comes. */
    void copy(String from, String to, CurrentUser user) {
        Map<String, DeclaredField> known = known();
        of(from).forEach((code, rule) -> {
            FieldRule most = most(known.get(code), user);
            mapper.put(to, code, rule.allowsNoMoreThan(most) ? rule : most);
        });
    }

    /** Of all that a role says, for the log of changes. */
    Map<String, String> inWords(String role) {
        return Content.of(role, of(role), known()).fields();
    }

    /** Of what a role says, what goes on record: by the names that people know. */
    private record Content(String code, Map<String, String> fields) {

        static Content of(String role, Map<String, FieldRule> rules, Map<String, DeclaredField> known) {
            Map<String, String> named = new TreeMap<>();
            rules.forEach((code, rule) -> {
                DeclaredField field = known.get(code);
                named.put(field == null ? code : field.page() + "：" + field.name(), rule.label());
            });
            return new Content(role, named);
        }
    }

    private Map<String, DeclaredField> known() {
        return catalogue.all().stream().collect(Collectors.toMap(DeclaredField::code, Function.identity()));
    }

    private static FieldRule most(@Nullable DeclaredField field, CurrentUser user) {
        if (user.has(UserPermissions.GRANT_ANY)) {
            return field == null || field.isEditable() ? FieldRule.EDITABLE : FieldRule.PLAIN;
        }
        if (field == null) {
            return FieldRule.HIDDEN;
        }
        FieldRule seen = FieldRules.rule(field.code(), field.plainFor(), user);
        return seen == FieldRule.PLAIN && FieldRules.mayEdit(field.code(), field.editableFor(), user)
                ? FieldRule.EDITABLE
                : seen;
    }

    private static ProblemException refused(UserProblem problem) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem("fields", problem.name(), problem.title())),
                Map.of());
    }
}
