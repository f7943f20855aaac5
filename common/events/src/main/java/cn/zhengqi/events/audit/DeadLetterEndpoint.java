package cn.zhengqi.events.audit;

import cn.zhengqi.events.DeadLetters;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for who runs the platform: {@code ./zhengqi dead-letters} and {@code ./zhengqi replay}. */
@RestController
@RequestMapping("/internal/dead-letters")
@Callers(Callers.OPERATIONS)
class DeadLetterEndpoint {

    private final DeadLetters letters;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    DeadLetterEndpoint(DeadLetters letters, AuditTrail audit, PlatformTransactionManager transactions) {
        this.letters = letters;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What an entry of 操作日志 says of it; not what the event holds. */
    private record Replayed(String eventType, UUID eventId, String handler, int failedDeliveries) {}

    @GetMapping
    Page<DeadLetters.DeadLetter> open(PageRequest page) {
        return letters.open(page);
    }

    /** With its effect and with the record of who had it tried again, or with neither. */
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable("id") UUID id) {
        transaction.executeWithoutResult(status -> {
            DeadLetters.DeadLetter letter = letters.replay(id);
            audit.changed(
                    OperatorAction.DEAD_LETTER_REPLAYED,
                    id,
                    letter.type(),
                    null,
                    new Replayed(letter.type(), letter.eventId(), letter.handler(), letter.attempts()));
        });
    }
}
