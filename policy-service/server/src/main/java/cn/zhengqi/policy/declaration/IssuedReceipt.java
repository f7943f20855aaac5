package cn.zhengqi.policy.declaration;

import cn.zhengqi.paper.SignedPaper;
import java.time.Instant;
import java.util.UUID;

/** A receipt that was issued, as it was written down under its number. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
record IssuedReceipt(
        UUID id,
        String number,
        UUID declarationId,
        UUID enterpriseId,
        String enterpriseName,
        Instant issuedAt,
        UUID issuedBy,
        String content,
        byte[] contentSha256,
        byte[] signature) {

    SignedPaper signed() {
        return new SignedPaper(number, enterpriseId, issuedAt, contentSha256);
    }
}
