package cn.zhengqi.message.ways;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.message.ways.OuterWays.Resent;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 未送达通知 in the console: what by no way besides the inbox got to its receiver, and sending it again. */
@RestController
@RequestMapping("/api/message/undelivered")
@Permission({MessagePermissions.READ_PUSH_LOG, MessagePermissions.RESEND})
class UndeliveredController {

    private final UndeliveredDesk desk;
    private final Exports exports;

    UndeliveredController(UndeliveredDesk desk, Exports exports) {
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping
    Page<Undelivered> list(@Valid UndeliveredFilter filter, PageRequest page) {
        return desk.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid UndeliveredFilter filter, CurrentUser user) {
        return exports.file(
                UndeliveredAction.UNDELIVERED_EXPORTED,
                Undelivered.SHEET,
                filter,
                user,
                desk.count(filter),
                receiver -> desk.each(filter, receiver));
    }

    /** What has arrived meanwhile, may have gone out or is not wanted any more stays as it is, and is counted. */
    @PostMapping("/resend")
    @Idempotent
    @Permission(MessagePermissions.RESEND)
    Outcome resend(@Valid @RequestBody Which which) {
        Map<Resent, Integer> done = desk.resend(which.ids(), Boolean.TRUE.equals(which.doubtAccepted()));
        return new Outcome(
                done.getOrDefault(Resent.RESENT, 0),
                done.getOrDefault(Resent.NOT_THERE, 0),
                done.getOrDefault(Resent.UNCERTAIN, 0),
                done.getOrDefault(Resent.DECLINED, 0));
    }

    /** @param doubtAccepted also what may have gone out, where nobody can say it any more: its receiver may get it twice */
    record Which(
            @NotEmpty(message = "请选择要重发的通知") @Size(max = 200, message = "一次最多重发 200 条")
            List<@NotNull(message = "通知不能为空") UUID> ids,

            @Nullable Boolean doubtAccepted) {}

    /**
     * How many were sent again and how many not.
     *
     * @param notThere have arrived, or are on their way
     * @param uncertain may have gone out
     * @param declined are wanted by none of their ways any more
     */
    record Outcome(int resent, int notThere, int uncertain, int declined) {}
}
