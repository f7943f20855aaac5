package cn.zhengqi.policy.declaration;

import cn.zhengqi.paper.PaperNumbers;
import cn.zhengqi.paper.PaperPdf;
import cn.zhengqi.paper.PaperQuestion;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts of declarations for their enterprise, and for anybody who wants one checked. */
@RestController
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Issued when it is first asked for; the same one from then on. */
    @GetMapping(path = "/api/policy/my/declarations/{id}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    @Permission(PolicyPermissions.DECLARE)
    ResponseEntity<byte[]> receipt(@PathVariable UUID id, CurrentUser user) {
        Receipts.OnPaper paper = receipts.takeOut(id, user);
        return PaperPdf.attached(MediaType.APPLICATION_PDF, "提交回执-" + paper.number() + ".pdf", paper.file());
    }

    @GetMapping("/api/policy/receipt-checks/{number}")
    ReceiptCheck check(@PathVariable("number") String number, @Valid PaperQuestion asked) {
        return receipts.check(PaperNumbers.normal(number), asked);
    }
}
