package cn.zhengqi.policy.declaration;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends declarations to whose notice somebody objected rightly. */
@Component
public class RefutedDeclarations {

    private final DeclarationDesk desk;

    RefutedDeclarations(DeclarationDesk desk) {
        this.desk = desk;
    }

    /** In the transaction of the answer. */
    public void reject(UUID declaration, String words, UUID officer, String officerName, Instant at) {
        desk.refuted(declaration, words, new Actor(officer, officerName), at);
    }
}
