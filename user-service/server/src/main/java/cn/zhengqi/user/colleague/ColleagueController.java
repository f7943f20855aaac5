package cn.zhengqi.user.colleague;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 成员管理, and what who is invited does. */
@RestController
@RequestMapping("/api/user/my")
class ColleagueController {

    private final Colleagues colleagues;
    private final Invitations invitations;
    private final InvitationsToMe toMe;

    ColleagueController(Colleagues colleagues, Invitations invitations, InvitationsToMe toMe) {
        this.colleagues = colleagues;
        this.invitations = invitations;
        this.toMe = toMe;
    }

    record ColleagueRoleChange(@NotNull ColleagueRole role) {}

    /** @param phone whose owner is meant; absent: whoever gets the link */
    record NewInvitation(
            @NotNull ColleagueRole role,

            @Nullable @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone) {}

    /**
     * Typed once more: whoever finds an open browser gives nobody's enterprise away, nor does who has the password alone.
     *
     * @param code of the second factor, where it is on
     */
    record Handover(
            @NotBlank(message = "请填写登录密码") @Size(max = 200) String password,
            @Nullable @Size(max = 20) String code) {}

    /** In the body: addresses are logged. */
    record Link(@NotBlank @Size(max = 100) String token) {}

    /** @param enterpriseId that can be acted for now */
    record Joined(UUID enterpriseId) {}

    @GetMapping("/enterprises")
    @Permission(Permission.SIGNED_IN)
    List<OwnEnterprise> enterprises(CurrentUser user) {
        return colleagues.enterprisesOf(user);
    }

    @GetMapping("/ended-enterprises")
    @Permission(Permission.SIGNED_IN)
    List<EndedEnterprise> endedEnterprises(CurrentUser user) {
        return colleagues.endedOf(user);
    }

    @GetMapping("/enterprise/members")
    @Permission(UserPermissions.OWN_ENTERPRISE)
    List<Colleague> members(CurrentUser user) {
        return colleagues.of(user.requireEnterprise(), user);
    }

    @PutMapping("/enterprise/members/{accountId}/role")
    @Permission(UserPermissions.MANAGE_MEMBERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable UUID accountId, @Valid @RequestBody ColleagueRoleChange change, CurrentUser user) {
        colleagues.give(accountId, change.role(), user);
    }

    @PostMapping("/enterprise/members/{accountId}/handover")
    @Permission(UserPermissions.MANAGE_MEMBERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable UUID accountId, @Valid @RequestBody Handover handover, CurrentUser user) {
        colleagues.handOver(accountId, handover.password(), handover.code(), user);
    }

    @DeleteMapping("/enterprise/members/{accountId}")
    @Permission(UserPermissions.MANAGE_MEMBERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID accountId, CurrentUser user) {
        colleagues.remove(accountId, user);
    }

    @PostMapping("/enterprise/leave")
    @Permission(UserPermissions.OWN_ENTERPRISE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(CurrentUser user) {
        colleagues.leave(user);
    }

    @GetMapping("/enterprise/invitations")
    @Permission(UserPermissions.MANAGE_MEMBERS)
    List<Invitation> invitations(CurrentUser user) {
        return invitations.of(user.requireEnterprise());
    }

    @PostMapping("/enterprise/invitations")
    @Idempotent(asksFirst = true)
    @Permission(UserPermissions.MANAGE_MEMBERS)
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Invited invite(@Valid @RequestBody NewInvitation fresh, CurrentUser user) {
        return invitations.invite(fresh.role(), fresh.phone(), user);
    }

    @PostMapping("/enterprise/invitations/{id}/withdrawal")
    @Permission(UserPermissions.MANAGE_MEMBERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, CurrentUser user) {
        invitations.withdraw(id, user);
    }

    @GetMapping("/invitations")
    @Permission(Permission.SIGNED_IN)
    List<InvitationToMe> mine(CurrentUser user) {
        return toMe.to(user);
    }

    @PostMapping("/invitations/{id}/acceptance")
    @Permission(Permission.SIGNED_IN)
    Joined accept(@PathVariable UUID id, CurrentUser user) {
        return new Joined(toMe.accept(id, user));
    }

    @PostMapping("/invitations/{id}/refusal")
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable UUID id, CurrentUser user) {
        toMe.decline(id, user);
    }

    @PostMapping("/invitation-link")
    @Permission(Permission.SIGNED_IN)
    InvitationToMe behind(@Valid @RequestBody Link link) {
        return toMe.behind(link.token());
    }

    @PostMapping("/invitation-link/acceptance")
    @Permission(Permission.SIGNED_IN)
    Joined accept(@Valid @RequestBody Link link, CurrentUser user) {
        return new Joined(toMe.accept(link.token(), user));
    }
}
