package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import cn.zhengqi.web.file.UploadedTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A department pays: one person prepares, another approves, the treasury answers with a file. */
@RestController
@RequestMapping("/api/policy/redemption")
@Permission(PolicyPermissions.PREPARE_PAYMENT)
class PaymentController {

    private static final int MOST = 500;

    private final Payments payments;
    private final FitCheck fit;
    private final Exports exports;
    private final FilesInMemory memory;
    private final OneEffect once;

    PaymentController(Payments payments, FitCheck fit, Exports exports, FilesInMemory memory, OneEffect once) {
        this.payments = payments;
        this.fit = fit;
        this.exports = exports;
        this.memory = memory;
        this.once = once;
    }

    /** @param waiting only those that the caller can approve: somebody else prepared them, and decided over their payments */
    @GetMapping("/batches")
    @Permission({PolicyPermissions.PREPARE_PAYMENT, PolicyPermissions.APPROVE_PAYMENT})
    Page<BatchView> list(
            @RequestParam(required = false) @Nullable BatchState state,
            @RequestParam(required = false) @Nullable Boolean waiting,
            PageRequest page,
            CurrentUser user) {
        UUID approver = Boolean.TRUE.equals(waiting) ? user.accountId() : null;
        return payments.list(institutions(user), state, approver, page);
    }

    @GetMapping("/batches/{id}")
    @Permission({PolicyPermissions.PREPARE_PAYMENT, PolicyPermissions.APPROVE_PAYMENT})
    BatchDetail detail(@PathVariable UUID id, CurrentUser user) {
        return payments.detail(id, institutions(user));
    }

    /** Who was found by the conditions alone is held against them once more; what does not fit any more has to be decided over first. */
    @PostMapping("/batches")
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    BatchDetail prepare(@Valid @RequestBody NewBatch request, CurrentUser user) {
        PaymentBatch.Preparer by = new PaymentBatch.Preparer(
                user.accountId(),
                user.name(),
                user.requireInstitution(),
                Objects.requireNonNullElse(user.institutionName(), ""));
        Set<UUID> institutions = institutions(user);
        fit.again(payments.toPrepare(request.applications(), institutions));
        return once.of(() -> payments.prepare(request.applications(), institutions, by));
    }

    /** By somebody else than who prepared it, after the same check as when it was prepared. */
    @PostMapping("/batches/{id}/approve")
    @Idempotent(asksFirst = true)
    @Permission(PolicyPermissions.APPROVE_PAYMENT)
    BatchDetail approve(@PathVariable UUID id, @Valid @RequestBody SeenBatch request, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        fit.again(payments.toApprove(id, request.version(), institutions, user.accountId()));
        return once.of(() -> payments.approve(id, request.version(), institutions, user));
    }

    /** Before the treasury has it; also by who would have to approve it. */
    @PostMapping("/batches/{id}/cancel")
    @Idempotent
    @Permission({PolicyPermissions.PREPARE_PAYMENT, PolicyPermissions.APPROVE_PAYMENT})
    BatchDetail cancel(@PathVariable UUID id, @Valid @RequestBody CancelledBatch request, CurrentUser user) {
        return payments.cancel(id, request.version(), request.reason(), institutions(user), user);
    }

    /**
     * The file for the treasury, with accounts in plain. The batch counts as handed over from the moment in which the file is written: where none can be, it waits as
     * before.
     */
    @PostMapping("/batches/{id}/hand-over")
    ResponseEntity<StreamingResponseBody> handOver(
            @PathVariable UUID id, @Valid @RequestBody SeenBatch request, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        BatchView batch = payments.toHandOver(id, request.version(), institutions);
        return exports.file(
                PolicyAction.BATCH_EXPORTED,
                TreasuryLine.sheet(batch.number()),
                batch,
                user,
                batch.payments(),
                record -> payments.handOver(id, request.version(), institutions, user, record),
                receiver -> payments.lines(id, institutions).forEach(receiver));
    }

    /** The same file once more: it changes nothing. */
    @GetMapping("/batches/{id}/export")
    ResponseEntity<StreamingResponseBody> export(@PathVariable UUID id, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        BatchView batch = payments.handedOver(id, institutions);
        return exports.file(
                PolicyAction.BATCH_EXPORTED,
                TreasuryLine.sheet(batch.number()),
                batch,
                user,
                batch.payments(),
                receiver -> payments.lines(id, institutions).forEach(receiver));
    }

    /** The file that the treasury sends back: taken as a whole, or refused with each line that is wrong. */
    @PostMapping(path = "/batch-results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Upload(maxBytes = UploadedTable.MAX_BYTES)
    BatchDetail settle(@RequestParam UUID batchId, @RequestPart("file") MultipartFile file, CurrentUser user)
            throws IOException {
        Set<UUID> institutions = institutions(user);
        return memory.during(file.getSize(), () -> {
            PaymentResults told = PaymentResults.read(UploadedTable.bytesOf(file));
            return once.of(() -> payments.settle(batchId, told, institutions, user));
        });
    }

    private static Set<UUID> institutions(CurrentUser user) {
        user.requireInstitution();
        return user.territory().institutions();
    }

    record NewBatch(
            @NotEmpty(message = "请选择要支付的申请") @Size(max = MOST, message = "一个批次不超过 500 笔")
            List<@NotNull(message = "缺少申请") UUID> applications) {}

    /** @param version of the batch that the decision was made by; so in what follows */
    record SeenBatch(@NotNull(message = "缺少版本号") Integer version) {}

    record CancelledBatch(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写作废的原因") @Explanation(of = "作废的原因", max = 200)
            String reason) {}
}
