package cn.zhengqi.code.claim;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is kept here of a person, for them to take out. */
@Component
class MyDataFile {

    private static final int MOST_ROWS = 1000;

    private final ClaimMapper claims;
    private final JdbcClient jdbc;

    MyDataFile(ClaimMapper claims, JdbcClient jdbc) {
        this.claims = claims;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    MyData of(UUID person) {
        return new MyData(
                claims.of(person).stream().map(MyDataFile::claimed).toList(),
                jdbc.sql("""
                                select at, enterprise_name, uscc, place from scan where scanner_id = ?
                                order by at desc, id limit\s""" + MOST_ROWS)
                        .param(person)
                        .query((row, n) -> new MyData.Scanned(
                                BusinessTime.at(row.getTimestamp("at").toInstant()),
                                row.getString("enterprise_name"),
                                row.getString("uscc"),
                                row.getString("place")))
                        .list());
    }

    private static MyData.Claimed claimed(CodeClaim claim) {
        Instant decidedAt = claim.getDecidedAt();
        String number = claim.legalRepIdNumberText();
        return new MyData.Claimed(
                claim.getNumber(),
                claim.getEnterpriseName(),
                claim.getUscc(),
                claim.getStatus().label(),
                claim.getLegalRepName(),
                number == null ? null : Mask.ID_NUMBER.apply(number),
                claim.getAgentName(),
                claim.getAgentPhone().value(),
                claim.consentCategories().stream().map(ConsentCategory::label).toList(),
                claim.getReason(),
                BusinessTime.at(claim.getSubmittedAt()),
                decidedAt == null ? null : BusinessTime.at(decidedAt));
    }
}
