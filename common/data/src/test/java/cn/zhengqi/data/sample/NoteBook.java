package cn.zhengqi.data.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
public class NoteBook {

    private final NoteMapper notes;

    NoteBook(NoteMapper notes) {
        this.notes = notes;
    }

    @Transactional
    public void addTwoAndFail(UUID enterprise) {
        notes.insert(Note.open(enterprise, "一", BigDecimal.ONE, Instant.EPOCH));
        notes.insert(Note.open(enterprise, "二", BigDecimal.ONE, Instant.EPOCH));
        throw new IllegalStateException("no");
    }

    @Transactional(readOnly = true)
    public boolean readsOnly() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
