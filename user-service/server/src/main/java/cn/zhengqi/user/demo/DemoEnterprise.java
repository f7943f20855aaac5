package cn.zhengqi.user.demo;

import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.RegisterDetails;
import cn.zhengqi.user.register.RegisterEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The members of a line of {@code demo/enterprises.jsonl} that are of interest here. */
record DemoEnterprise(
        UUID id,
        String uscc,
        String name,
        String entityType,
        String legalRep,
        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryCode,
        String townCode,
        String regionCode,
        String address,
        EnterpriseStatus status,
        String registeredAt,
        List<Shareholder> shareholders,
        List<Investment> investments,
        List<Asset> assets,
        List<JudicialRecord> judicial) {

    Enterprise asOf(Instant now) {
        return Enterprise.register(
                id,
                new RegisterEntry(
                        new Uscc(uscc),
                        name,
                        entityType,
                        legalRep,
                        registeredCapital,
                        establishedOn,
                        industryCode,
                        townCode,
                        regionCode,
                        address,
                        status),
                new RegisterDetails(shareholders, investments, assets, judicial),
                true,
                DemoFiles.move(registeredAt, now));
    }
}
