package cn.zhengqi.user.register;

import cn.zhengqi.user.api.EnterpriseStatus;
import com.baomidou.mybatisplus.annotation.FieldStrategy;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise in the register. Capital in 万元. */
@TableName("enterprise")
public class Enterprise {

    @TableId
    private UUID id;

    private String uscc;
    private String name;
    private String entityType;
    private String legalRep;
    private BigDecimal registeredCapital;
    private LocalDate establishedOn;
    private String industryCode;

    /** First letter of the industry; the database derives it. */
    @TableField(insertStrategy = FieldStrategy.NEVER, updateStrategy = FieldStrategy.NEVER)
    private String section;

    private String townCode;
    private String regionCode;

    private @Nullable String parkCode;

    private String address;
    private EnterpriseStatus status;
    private boolean demo;
    private Instant registeredAt;
    private @Nullable Instant certifiedAt;
    private @Nullable Instant codeRevokedAt;
    private RegisterDetails details;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Enterprise() {}

    @SuppressWarnings("NullAway.Init")
    private Enterprise(UUID id, RegisterEntry entry, RegisterDetails details, boolean demo, Instant registeredAt) {
        this.id = id;
        this.uscc = entry.uscc().value();
        this.name = entry.name();
        this.entityType = entry.entityType();
        this.legalRep = entry.legalRep();
        this.registeredCapital = entry.registeredCapital();
        this.establishedOn = entry.establishedOn();
        this.industryCode = entry.industryCode();
        this.townCode = entry.townCode();
        this.regionCode = entry.regionCode();
        this.address = entry.address();
        this.status = entry.status();
        this.demo = demo;
        this.registeredAt = registeredAt;
        this.details = details;
    }

    /** @param registeredAt when it came into the platform's register */
    public static Enterprise register(
            UUID id, RegisterEntry entry, RegisterDetails details, boolean demo, Instant registeredAt) {
        return new Enterprise(id, entry, details, demo, registeredAt);
    }

    /**
     * A code was issued to it. Events have no order: a code that is known to be revoked certifies nobody.
     *
     * @return whether the code counts
     */
    boolean certify(Instant at) {
        if (codeRevokedAt != null && !at.isAfter(codeRevokedAt)) {
            return false;
        }
        if (certifiedAt == null || at.isAfter(certifiedAt)) {
            certifiedAt = at;
        }
        return true;
    }

    /** The code that it held then is void, and with it what came with that code. */
    void revokeCode(Instant at) {
        if (codeRevokedAt == null || at.isAfter(codeRevokedAt)) {
            codeRevokedAt = at;
        }
        if (certifiedAt != null && !certifiedAt.isAfter(at)) {
            certifiedAt = null;
        }
    }

    /** @param park null: it lies in none */
    void settleIn(@Nullable String park) {
        parkCode = park;
    }

    public UUID getId() {
        return id;
    }

    public String getUscc() {
        return uscc;
    }

    public String getName() {
        return name;
    }

    public String getEntityType() {
        return entityType;
    }

    public String getLegalRep() {
        return legalRep;
    }

    public BigDecimal getRegisteredCapital() {
        return registeredCapital;
    }

    public LocalDate getEstablishedOn() {
        return establishedOn;
    }

    public String getIndustryCode() {
        return industryCode;
    }

    public String getSection() {
        return section;
    }

    public String getTownCode() {
        return townCode;
    }

    public String getRegionCode() {
        return regionCode;
    }

    public @Nullable String getParkCode() {
        return parkCode;
    }

    public String getAddress() {
        return address;
    }

    public EnterpriseStatus getStatus() {
        return status;
    }

    public boolean isDemo() {
        return demo;
    }

    public Instant getRegisteredAt() {
        return registeredAt;
    }

    public @Nullable Instant getCertifiedAt() {
        return certifiedAt;
    }

    public RegisterDetails getDetails() {
        return details;
    }

    public int getVersion() {
        return version;
    }
}
