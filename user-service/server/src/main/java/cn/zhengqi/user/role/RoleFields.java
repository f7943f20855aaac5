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
import java.util.Collection;
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
 * 字段权限: what roles say of sensitive fields. Nobody lets a role see more of a field than they see themselves, by a word or by leaving it out, except who
 * holds {@link UserPermissions#GRANT_ANY}.
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

    /** Whether giving the role to somebody shows them no more than the caller sees: by what it says, and by its permissions where it says nothing. */
    boolean mayGrant(String role, Collection<String> permissions, CurrentUser user) {
        Map<String, DeclaredField> known = known();
        Map<String, FieldRule> said = of(role);
        return said.entrySet().stream()
                        .allMatch(one -> one.getValue().allowsNoMoreThan(most(known.get(one.getKey()), user)))
                && known.values().stream()
                        .filter(field -> !said.containsKey(field.code()))
                        .noneMatch(field -> Unsaid.of(field, permissions).exceeds(user));
    }

    /**
     * A role that says nothing of a field shows it by its permissions: where the caller holds such a permission and sees less all the same, it says what
     * the caller sees. What the role showed before stays.
     *
     * @param before permissions of the role, of which {@code after} is a change
     */
    void narrow(String role, Collection<String> before, Collection<String> after, CurrentUser user) {
        Map<String, FieldRule> said = of(role);
        known().values().stream()
                .filter(field -> !said.containsKey(field.code()))
                .filter(field -> Unsaid.of(field, after).exceeds(user)
                        && !Unsaid.of(field, before).exceeds(user))
                .forEach(field -> mapper.put(role, field.code(), most(field, user)));
    }

    /**
     * What a role without a word does about a field.
     *
     * @param shows whether it is seen plainly, {@code changes} whether it may be changed, by a permission of the role
     */
    private record Unsaid(DeclaredField field, boolean shows, boolean changes) {

        static Unsaid of(DeclaredField field, Collection<String> permissions) {
            return new Unsaid(
                    field,
                    permissions.stream().anyMatch(field.plainFor()::contains),
                    permissions.stream().anyMatch(field.editableFor()::contains));
        }

        FieldRule seen() {
            return shows ? FieldRule.PLAIN : FieldRule.MASKED;
        }

        boolean exceeds(CurrentUser user) {
            return !user.has(UserPermissions.GRANT_ANY)
                    && ((shows && !seen().allowsNoMoreThan(seenBy(field, user)))
                            || (changes && !FieldRules.mayEdit(field.code(), field.editableFor(), user)));
        }

        /** Whether to take this word back lets more be seen or changed than it did, and than the caller may. */
        boolean exceeds(FieldRule word, CurrentUser user) {
            boolean reveals = !seen().allowsNoMoreThan(word) && !seen().allowsNoMoreThan(seenBy(field, user));
            boolean widens = !seen().allowsNoMoreThan(word) || (changes && word != FieldRule.EDITABLE);
            return !user.has(UserPermissions.GRANT_ANY) && (reveals || (widens && exceeds(user)));
        }
    }

    /**
     * Replaces what the role says.
     *
     * @param permissions of the role
     * @throws ProblemException SENSITIVE_FIELD_UNKNOWN, FIELD_HAS_NO_FORM, FIELD_RULE_NOT_HELD
     */
    void replace(
            String role,
            Collection<String> permissions,
            UUID institution,
            String roleName,
            Map<String, FieldRule> wanted,
            CurrentUser user) {
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
        before.forEach((code, word) -> {
            DeclaredField field = known.get(code);
            if (field != null
                    && !wanted.containsKey(code)
                    && Unsaid.of(field, permissions).exceeds(word, user)) {
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
        FieldRule seen = seenBy(field, user);
        return seen == FieldRule.PLAIN && FieldRules.mayEdit(field.code(), field.editableFor(), user)
                ? FieldRule.EDITABLE
                : seen;
    }

    private static FieldRule seenBy(DeclaredField field, CurrentUser user) {
        return FieldRules.rule(field.code(), field.plainFor(), user);
    }

    private static ProblemException refused(UserProblem problem) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem("fields", problem.name(), problem.title())),
                Map.of());
    }
}
