package cn.zhengqi.paper;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** What of a paper is signed. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
public record SignedPaper(String number, UUID enterprise, Instant issuedAt, byte[] contentSha256) {

    /** In hexadecimal digits, of which the first stand on the paper. */
    public String fingerprint() {
        return HexFormat.of().formatHex(contentSha256);
    }
}
