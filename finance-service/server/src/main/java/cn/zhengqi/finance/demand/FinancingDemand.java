package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.api.DemandParties;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.api.FinancingDemandPosted;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an enterprise needs, without a product. Nothing of it changes but how it ends. Amounts in yuan. */
@TableName("financing_demand")
@SuppressWarnings("UnusedVariable") // some columns are only written
class FinancingDemand {

    /** Days for which a demand stands, its first not counted. */
    static final int DAYS = 30;

    @TableId
    private UUID id;

    private String number;
    private UUID enterpriseId;
    private String enterpriseName;
    private String uscc;
    private boolean demo;
    private String townCode;
    private String townName;
    private String industry;
    private String size;
    private UUID posterId;
    private BigDecimal amount;
    private int termMonths;
    private String purpose;
    private String purposeInWords;
    private @Nullable String note;
    private List<String> guarantees;
    private LocalDate wantedOn;
    private String contactName;
    private DemandPhone contactPhone;
    private Channel channel;
    private DemandStatus status;
    private Instant postedAt;
    private LocalDate expiresOn;
    private @Nullable Instant endedAt;
    private @Nullable UUID applicationId;

    /** That had a product for it when it was posted; null: it was posted before that was kept. */
    private @Nullable List<String> toldBanks;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private FinancingDemand() {}

    /** @throws ProblemException VALIDATION_FAILED for money that is wanted on a day that is over or a year away */
    FinancingDemand(String number, Poster poster, Wish wish, Instant at) {
        LocalDate today = BusinessTime.dayOf(at);
        if (wish.wantedOn().isBefore(today) || wish.wantedOn().isAfter(today.plusYears(1))) {
            throw ProblemException.validation("wantedOn", "RANGE", "用款日期应在今天至一年之内");
        }
        this.id = Ids.next();
        this.number = number;
        this.enterpriseId = poster.enterpriseId();
        this.enterpriseName = poster.enterpriseName();
        this.uscc = poster.uscc();
        this.demo = poster.demo();
        this.townCode = poster.townCode();
        this.townName = poster.townName();
        this.industry = poster.industry();
        this.size = poster.size();
        this.posterId = poster.personId();
        this.amount = wish.amount();
        this.termMonths = wish.termMonths();
        this.purpose = wish.purpose();
        this.purposeInWords = wish.purposeInWords();
        this.note = wish.note();
        this.guarantees = wish.guarantees().stream().distinct().map(Enum::name).toList();
        this.wantedOn = wish.wantedOn();
        this.contactName = wish.contactName();
        this.contactPhone = new DemandPhone(wish.contactPhone());
        this.channel = wish.channel();
        this.status = DemandStatus.OPEN;
        this.postedAt = at;
        this.expiresOn = today.plusDays(DAYS);
    }

    /** @param banks that have a product for it */
    FinancingDemandPosted posted(List<UUID> banks) {
        return new FinancingDemandPosted(parties(), amount, termMonths, purpose, townName, banks, expiresOn, postedAt);
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended */
    FinancingDemandEnded withdraw(Instant at) {
        return end(DemandStatus.WITHDRAWN, FinancingDemandEnded.Outcome.WITHDRAWN, "撤回", at);
    }

    /**
     * @param application that it became
     * @throws ProblemException STATE_CONFLICT once it has ended
     */
    FinancingDemandEnded choose(UUID application, Instant at) {
        FinancingDemandEnded ended = end(DemandStatus.CHOSEN, FinancingDemandEnded.Outcome.CHOSEN, "选定", at);
        applicationId = application;
        return ended;
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended, and on its last day still */
    FinancingDemandEnded expire(Instant at) {
        if (!isOver(at)) {
            throw status.refuse("作到期处理");
        }
        return end(DemandStatus.EXPIRED, FinancingDemandEnded.Outcome.EXPIRED, "作到期处理", at);
    }

    private FinancingDemandEnded end(DemandStatus how, FinancingDemandEnded.Outcome told, String action, Instant at) {
        status = status.to(how, action);
        endedAt = at;
        return new FinancingDemandEnded(
                parties(),
                told,
                toldBanks == null
                        ? List.of()
                        : toldBanks.stream().map(UUID::fromString).toList(),
                at);
    }

    /** Its last day is over, whether somebody has looked yet or not. */
    boolean isOver(Instant at) {
        return BusinessTime.dayOf(at).isAfter(expiresOn);
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended or its last day is over */
    void mustStand(String action, Instant at) {
        if (status != DemandStatus.OPEN) {
            throw status.refuse(action);
        }
        if (isOver(at)) {
            throw DemandStatus.EXPIRED.refuse(action);
        }
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    FinancingDemand seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    private DemandParties parties() {
        return new DemandParties(id, number, enterpriseId, posterId, demo);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    String uscc() {
        return uscc;
    }

    boolean demo() {
        return demo;
    }

    String townCode() {
        return townCode;
    }

    String townName() {
        return townName;
    }

    String industry() {
        return industry;
    }

    String size() {
        return size;
    }

    UUID posterId() {
        return posterId;
    }

    BigDecimal amount() {
        return amount;
    }

    int termMonths() {
        return termMonths;
    }

    String purpose() {
        return purpose;
    }

    String purposeInWords() {
        return purposeInWords;
    }

    @Nullable
    String note() {
        return note;
    }

    List<Guarantee> guarantees() {
        return guarantees.stream().map(Guarantee::valueOf).toList();
    }

    LocalDate wantedOn() {
        return wantedOn;
    }

    String contactName() {
        return contactName;
    }

    String contactPhone() {
        return contactPhone.value();
    }

    Channel channel() {
        return channel;
    }

    DemandStatus status() {
        return status;
    }

    Instant postedAt() {
        return postedAt;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    @Nullable
    UUID applicationId() {
        return applicationId;
    }

    int version() {
        return version;
    }
}
