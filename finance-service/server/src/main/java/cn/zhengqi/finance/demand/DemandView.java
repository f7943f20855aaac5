package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A demand as everybody sees it who may: what is wanted, and nothing of who wants it but town, industry and size. There is no member for a name, so none can slip out.
 *
 * @param amount yuan
 * @param industry section of GB/T 4754
 * @param size between which figures the registered capital lies
 * @param expiresOn its last day
 * @param openClaims banks that claimed it and have neither given it back nor ended otherwise
 * @param claims for its enterprise and the finance office all, for a bank its own
 * @param applicationId that it became
 */
public record DemandView(
        UUID id,
        String number,
        BigDecimal amount,
        int termMonths,
        String purpose,
        List<Guarantee> guarantees,
        LocalDate wantedOn,
        String townName,
        String industry,
        String size,
        boolean demo,
        Channel channel,
        DemandStatus status,
        OffsetDateTime postedAt,
        LocalDate expiresOn,
        int openClaims,
        List<ClaimView> claims,
        @Nullable UUID applicationId,
        int version) {

    static DemandView of(FinancingDemand it, int openClaims, List<ClaimView> claims) {
        return new DemandView(
                it.id(),
                it.number(),
                it.amount(),
                it.termMonths(),
                it.purpose(),
                it.guarantees(),
                it.wantedOn(),
                it.townName(),
                it.industry(),
                it.size(),
                it.demo(),
                it.channel(),
                it.status(),
                BusinessTime.at(it.postedAt()),
                it.expiresOn(),
                openClaims,
                claims,
                it.applicationId(),
                it.version());
    }

    /** Without the application that it became elsewhere. */
    DemandView forBank() {
        boolean here = claims.stream().anyMatch(claim -> claim.status() == ClaimStatus.CHOSEN);
        return here || applicationId == null
                ? this
                : new DemandView(
                        id,
                        number,
                        amount,
                        termMonths,
                        purpose,
                        guarantees,
                        wantedOn,
                        townName,
                        industry,
                        size,
                        demo,
                        channel,
                        status,
                        postedAt,
                        expiresOn,
                        openClaims,
                        claims,
                        null,
                        version);
    }
}
