package cn.zhengqi.user.role;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 字段权限: what roles say of sensitive fields. Nobody lets a role see more of a field than they may give as a {@link Giver}, by a word or by
 * leaving it out.
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
    List<SensitiveFieldRow> all(Giver giver) {
        return catalogue.all().stream()
                .map(field -> new SensitiveFieldRow(
                        field.code(),
                        field.name(),
                        field.application(),
                        field.page(),
                        field.mask(),
                        field.plainFor(),
                        field.isEditable(),
                        giver.most(field)))
                .toList();
    }

    Map<String, FieldRule> of(String role) {
        return mapper.of(role).stream()
                .collect(Collectors.toMap(RoleFieldMapper.Said::field, RoleFieldMapper.Said::rule));
    }

    /** Whether giving the role to somebody shows them no more than may be given: by what it says, and by its permissions where it says nothing. */
    boolean mayGrant(String role, Collection<String> permissions, Giver giver) {
        Map<String, DeclaredField> known = known();
        Map<String, FieldRule> said = of(role);
        return said.entrySet().stream()
                        .allMatch(one -> one.getValue().allowsNoMoreThan(giver.most(known.get(one.getKey()))))
                && known.values().stream()
                        .filter(field -> !said.containsKey(field.code()))
                        .noneMatch(field -> Unsaid.of(field, permissions).exceeds(giver));
    }

    /**
     * A role that says nothing of a field shows it by its permissions: where less is to be given all the same, it says how much
     * that is. What the role showed before stays.
     *
     * @param before permissions of the role, of which {@code after} is a change
     */
    void narrow(String role, Collection<String> before, Collection<String> after, Giver giver) {
        Map<String, FieldRule> said = of(role);
        known().values().stream()
                .filter(field -> !said.containsKey(field.code()))
                .filter(field -> Unsaid.of(field, after).exceeds(giver)
                        && !Unsaid.of(field, before).exceeds(giver))
                .forEach(field -> mapper.put(role, field.code(), giver.most(field)));
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

        boolean exceeds(Giver giver) {
            return !giver.mayGiveAny()
                    && ((shows && !seen().allowsNoMoreThan(giver.seen(field))) || (changes && !giver.mayChange(field)));
        }

        /** Whether to take this word back lets more be seen or changed than it did, and than may be given. */
        boolean exceeds(FieldRule word, Giver giver) {
            boolean reveals = !seen().allowsNoMoreThan(word) && !seen().allowsNoMoreThan(giver.seen(field));
            boolean widens = !seen().allowsNoMoreThan(word) || (changes && word != FieldRule.EDITABLE);
            return !giver.mayGiveAny() && (reveals || (widens && exceeds(giver)));
        }
    }

    /**
     * Replaces what the role says.
     *
     * @param permissions of the role
     * @throws ProblemException SENSITIVE_FIELD_UNKNOWN, FIELD_HAS_NO_FORM, FIELD_RULE_NOT_HELD
     */
    void replace(Role changed, Collection<String> permissions, Map<String, FieldRule> wanted, Giver giver) {
        String role = changed.code();
        Map<String, FieldRule> before = of(role);
        Map<String, DeclaredField> known = known();
        wanted.forEach((code, rule) -> {
            if (!known.containsKey(code)) {
                throw refused(UserProblem.SENSITIVE_FIELD_UNKNOWN);
            }
            if (rule == FieldRule.EDITABLE && !known.get(code).isEditable()) {
                throw refused(UserProblem.FIELD_HAS_NO_FORM);
            }
            if (rule != before.get(code) && !rule.allowsNoMoreThan(giver.most(known.get(code)))) {
                throw refused(UserProblem.FIELD_RULE_NOT_HELD);
            }
        });
        before.forEach((code, word) -> {
            DeclaredField field = known.get(code);
            if (field != null
                    && !wanted.containsKey(code)
                    && Unsaid.of(field, permissions).exceeds(word, giver)) {
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
                changed.subject(),
                changed.name(),
                Content.of(role, before, known),
                Content.of(role, after, known));
    }

    /** What the caller may not put into a role is left out of the copy: there it is as strict as it comes. */
    void copy(String from, String to, Giver giver) {
        Map<String, DeclaredField> known = known();
        of(from).forEach((code, rule) -> {
            FieldRule most = giver.most(known.get(code));
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

    private static ProblemException refused(UserProblem problem) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem("fields", problem.name(), problem.title())),
                Map.of());
    }
}
