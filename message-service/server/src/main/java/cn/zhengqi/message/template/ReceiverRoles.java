package cn.zhengqi.message.template;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalPrincipals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which roles can be told of events besides, as user-service says; asked outside of transactions. */
@Component
class ReceiverRoles {

    private static final Logger log = LoggerFactory.getLogger(ReceiverRoles.class);

    private final InternalPrincipals principals;

    ReceiverRoles(InternalPrincipals principals) {
        this.principals = principals;
    }

    /** A role at one place; a preset role can be of both. */
    record ReceiverRole(FurtherReceivers.Place place, String code, String name) {}

    List<ReceiverRole> all() {
        List<ReceiverRole> all = new ArrayList<>();
        for (InternalPrincipals.RoleOfInstitutions role : principals.roles()) {
            if (role.holders().contains(InstitutionType.OPERATOR)) {
                all.add(new ReceiverRole(FurtherReceivers.Place.OPERATOR, role.code(), role.name()));
            }
            if (role.holders().stream().anyMatch(type -> type != InstitutionType.OPERATOR)) {
                all.add(new ReceiverRole(FurtherReceivers.Place.CASE, role.code(), role.name()));
            }
        }
        return all;
    }

    /** @throws ProblemException VALIDATION_FAILED for a role that there is not */
    void requireKnown(TemplateContent content) {
        List<FurtherReceivers> others = content.others();
        if (others.isEmpty()) {
            return;
        }
        Set<String> known =
                all().stream().map(it -> it.place() + " " + it.code()).collect(Collectors.toCollection(HashSet::new));
        List<FieldProblem> faults = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            FurtherReceivers it = others.get(i);
            if (!known.contains(it.place() + " " + it.role().strip())) {
                faults.add(new FieldProblem("content.others[" + i + "].role", "UNKNOWN_ROLE", "没有这个角色，请重新选择"));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.validation(faults);
        }
    }

    /** By what they are called; of what user-service does not say now nothing. */
    Map<String, String> names() {
        try {
            return principals.roles().stream()
                    .collect(Collectors.toMap(
                            InternalPrincipals.RoleOfInstitutions::code,
                            Function.<InternalPrincipals.RoleOfInstitutions>identity()
                                    .andThen(it -> it.name())));
        } catch (RuntimeException away) {
            log.warn("Nobody says what roles are called: {}", away.toString());
            return Map.of();
        }
    }

    /** @return null: nobody says so now */
    @Nullable
    Integer people(@Nullable UUID institution, String role) {
        try {
            return Objects.requireNonNull(principals.holders(institution, role)).size();
        } catch (RuntimeException away) {
            log.warn("Nobody says who has the role {}: {}", role, away.toString());
            return null;
        }
    }
}
