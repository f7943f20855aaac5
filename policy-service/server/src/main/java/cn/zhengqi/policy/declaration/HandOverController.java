package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Within a department: who has a declaration gives it to a colleague or back, heads also what others have, who are ill, moved or not there any more. Who of the
 * department can have it user-service says at this moment; while it is silent nothing is handed over.
 */
@RestController
@RequestMapping("/api/policy/declarations/{id}")
@Permission({PolicyPermissions.HANDLE_DECLARATIONS, PolicyPermissions.ASSIGN_DECLARATIONS})
class HandOverController {

    private final Declarations declarations;
    private final DeclarationDesk desk;
    private final InternalPrincipals principals;
    private final OneEffect once;

    HandOverController(Declarations declarations, DeclarationDesk desk, InternalPrincipals principals, OneEffect once) {
        this.declarations = declarations;
        this.desk = desk;
        this.principals = principals;
        this.once = once;
    }

    /** A colleague who can have it, by the name that colleagues read. */
    record Colleague(UUID accountId, String name) {}

    /** To whom it can be given; who passed a step before one that asks for another person is not among them. */
    @GetMapping("/colleagues")
    List<Colleague> colleagues(@PathVariable UUID id, CurrentUser user) {
        Set<UUID> excluded = declarations.excluded(id);
        return colleaguesAt(at(id, user)).stream()
                .filter(it -> !excluded.contains(it.accountId()))
                .toList();
    }

    @PostMapping("/hand-over")
    @Idempotent(asksFirst = true)
    DeclarationDetail handOver(
            @PathVariable UUID id, @Valid @RequestBody DeclarationHandOver request, CurrentUser user) {
        Actor to = colleague(at(id, user), request.to());
        return once.of(() -> declarations.readBy(
                Actor.of(user),
                user.territory().institutions(),
                desk.handOver(
                        id,
                        request.version(),
                        DeclarationController.readable(user),
                        to,
                        request.reason(),
                        user.has(PolicyPermissions.ASSIGN_DECLARATIONS),
                        Actor.of(user))));
    }

    private @Nullable Actor colleague(UUID institution, @Nullable UUID wanted) {
        return wanted == null
                ? null
                : colleaguesAt(institution).stream()
                        .filter(it -> it.accountId().equals(wanted))
                        .findFirst()
                        .map(it -> new Actor(it.accountId(), it.name()))
                        .orElseThrow(() -> new ProblemException(PolicyProblem.COLLEAGUE_UNKNOWN));
    }

    /** Of the institution whose step it is, not of those below, which do not act in it. */
    private List<Colleague> colleaguesAt(UUID institution) {
        return principals.staff(institution, PolicyPermissions.HANDLE_DECLARATIONS).stream()
                .filter(it -> it.institutionId().equals(institution))
                .map(it -> new Colleague(it.accountId(), it.name()))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    /** In whose step it is: nobody divides the work of a department that they do not work for. @throws ProblemException NOT_FOUND */
    private UUID at(UUID id, CurrentUser user) {
        user.requireInstitution();
        declarations.mustBeAt(user.territory().institutions(), id);
        return declarations.stepInstitution(id, DeclarationController.readable(user));
    }

    /** @param to absent: back to where anybody of the department takes it on */
    record DeclarationHandOver(
            @NotNull(message = "缺少版本号") Integer version,
            @Nullable UUID to,

            @NotBlank(message = "请填写转办的原因") @Explanation(of = "转办的原因", max = 200)
            String reason) {}
}
