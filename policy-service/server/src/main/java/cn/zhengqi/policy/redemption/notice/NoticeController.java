package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 公示窗口: read by everybody; objected to by whoever is signed in. */
@RestController
@RequestMapping("/api/policy")
class NoticeController {

    private final Objections objections;

    NoticeController(Objections objections) {
        this.objections = objections;
    }

    /** @param running true: only what can be objected to; false: only what is over; absent: both */
    @GetMapping("/redemption/notices")
    Page<PublicNotice> list(
            @RequestParam(required = false) @Nullable NoticeKind kind,
            @RequestParam(required = false) @Nullable UUID projectId,
            @RequestParam(required = false) @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
            @RequestParam(required = false) @Nullable Boolean running,
            PageRequest page) {
        return objections.shown(kind, projectId, q, running, page);
    }

    @GetMapping("/redemption/notices/{id}")
    PublicNotice detail(@PathVariable UUID id) {
        return objections.shown(id);
    }

    @PostMapping("/my/objections")
    @Idempotent
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    MyObjection object(@Valid @RequestBody NewObjection request, CurrentUser user) {
        return objections.object(
                request.noticeId(), new ObjectorPhone(request.contactPhone().strip()), request.words(), user);
    }

    /** What the caller objected, with the answers, the newest first. */
    @GetMapping("/my/objections")
    @Permission(Permission.SIGNED_IN)
    List<MyObjection> mine(CurrentUser user) {
        return objections.mine(user.accountId());
    }

    record NewObjection(
            @NotNull(message = "请选择公示") UUID noticeId,

            @NotBlank(message = "请填写异议内容") @Size(max = 1000, message = "异议内容不超过 1000 字")
            String words,

            @NotBlank(message = "请填写联系电话") @Pattern(regexp = "\\s*[0-9-]{7,20}\\s*", message = "联系电话不正确")
            String contactPhone) {

        /** Into a log goes no phone. */
        @Override
        public String toString() {
            return "NewObjection[" + noticeId + "]";
        }
    }
}
