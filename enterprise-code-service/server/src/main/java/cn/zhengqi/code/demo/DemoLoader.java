package cn.zhengqi.code.demo;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.claim.ImportedClaims;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.code.file.FileStore;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.code.issued.Codes;
import cn.zhengqi.code.scan.ImportedScans;
import cn.zhengqi.code.scan.ScanSource;
import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.OfficeHours;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes of the demo enterprises, claims that wait for review, and scans. Loads all or nothing, and once. */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class DemoLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final int SCANS = 48;

    /** The main enterprise shows what a withheld consent looks like. */
    private static final Set<ConsentCategory> MAIN_CONSENTS =
            EnumSet.of(ConsentCategory.BASIC, ConsentCategory.INVESTMENT, ConsentCategory.ASSET);

    private final ImportedClaims claims;
    private final ImportedScans scans;
    private final Codes codes;
    private final Consents consents;
    private final FileStore files;
    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Clock clock;
    private final String district;
    private final String platform;
    private final Random random = new Random(2026);

    DemoLoader(
            ImportedClaims claims,
            ImportedScans scans,
            Codes codes,
            Consents consents,
            FileStore files,
            JdbcClient jdbc,
            OnceLoader once,
            Clock clock,
            @Value("${zhengqi.district.code}") String district,
            @Value("${zhengqi.district.platform:企业服务云}") String platform) {
        this.claims = claims;
        this.scans = scans;
        this.codes = codes;
        this.consents = consents;
        this.files = files;
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
        this.district = district;
        this.platform = platform;
    }

    /** A code with what its enterprise allows. */
    private record Issued(Code code, Set<ConsentCategory> consents) {}

    @Override
    public void run(ApplicationArguments arguments) {
        once.once("demo", this::isLoaded, () -> load(clock.instant()));
    }

    private boolean isLoaded() {
        return jdbc.sql("select exists (select 1 from claim where demo)")
                .query(Boolean.class)
                .single();
    }

    private void load(Instant now) {
        List<DemoAccount> accounts = DemoFiles.accounts(now);
        DemoAccount reviewer = account(accounts, "shenhe");
        List<Issued> issued = new ArrayList<>();
        int open = 0;
        for (DemoEnterprise enterprise : DemoFiles.enterprises()) {
            DemoEnterprise.Code code = enterprise.code();
            if (code != null) {
                issued.add(issue(enterprise, code, issued.isEmpty() ? MAIN_CONSENTS : consents(), reviewer, now));
                allowTaxData(enterprise, code, now);
            }
            DemoEnterprise.OpenClaim claim = enterprise.openClaim();
            if (claim != null) {
                open(enterprise, claim, now);
                open++;
            }
        }
        mark(issued, reviewer, now);
        scan(issued, accounts, now);
        LOG.info("Demo data: {} codes, {} open claims, {} scans", issued.size(), open, SCANS);
    }

    private Issued issue(
            DemoEnterprise enterprise,
            DemoEnterprise.Code code,
            Set<ConsentCategory> consents,
            DemoAccount reviewer,
            Instant now) {
        Instant claimedAt = DemoFiles.move(code.claimedAt(), now);
        Code issued = claims.approved(
                claimed(enterprise),
                new Actor(code.applicantId(), code.applicantName()),
                declaration(
                        enterprise, code.applicantId(), code.applicantName(), code.agentPhone(), consents, claimedAt),
                Channel.valueOf(code.channel()),
                claimedAt,
                new Actor(reviewer.id(), reviewer.displayName()),
                DemoFiles.move(code.issuedAt(), now));
        return new Issued(issued, consents);
    }

    /** Their profiles have tax data from the first day on: that they may stands here, for as long as there. */
    private void allowTaxData(DemoEnterprise enterprise, DemoEnterprise.Code code, Instant now) {
        consents.set(
                enterprise.id(),
                ConsentCategory.TAX,
                true,
                BusinessTime.dayOf(now).plusMonths(12),
                null,
                new Actor(code.applicantId(), code.applicantName()),
                now);
    }

    private void open(DemoEnterprise enterprise, DemoEnterprise.OpenClaim claim, Instant now) {
        Instant submittedAt = DemoFiles.move(claim.submittedAt(), now);
        claims.open(
                claimed(enterprise),
                new Actor(claim.applicantId(), claim.applicantName()),
                declaration(
                        enterprise,
                        claim.applicantId(),
                        claim.applicantName(),
                        claim.agentPhone(),
                        consents(),
                        submittedAt),
                Channel.valueOf(claim.channel()),
                submittedAt);
    }

    private ImportedClaims.Declaration declaration(
            DemoEnterprise enterprise,
            UUID applicant,
            String agent,
            String agentPhone,
            Set<ConsentCategory> consents,
            Instant at) {
        byte[] letter = DemoLetter.of(
                platform,
                enterprise.name(),
                enterprise.uscc(),
                enterprise.legalRep(),
                agent,
                BusinessTime.dayOf(at).toString());
        UUID letterId = files.put(applicant, "企业码授权委托书.pdf", letter, at).id();
        return new ImportedClaims.Declaration(enterprise.legalRep(), idNumber(), agent, agentPhone, letterId, consents);
    }

    private static ImportedClaims.Enterprise claimed(DemoEnterprise enterprise) {
        return new ImportedClaims.Enterprise(
                enterprise.id(),
                enterprise.name(),
                enterprise.uscc(),
                enterprise.townCode(),
                enterprise.industryCode(),
                true);
    }

    private void mark(List<Issued> issued, DemoAccount reviewer, Instant now) {
        Actor actor = new Actor(reviewer.id(), reviewer.displayName());
        // Not the first ones, which the demo accounts use.
        for (int i = 10; i < 18; i++) {
            mark(issued.get(i).code(), CodeLevel.KEY, actor, "区级重点培育企业", now);
        }
        mark(issued.get(20).code(), CodeLevel.WARNED, actor, "未按规定公示年度报告", now);
        mark(issued.get(21).code(), CodeLevel.WARNED, actor, "存在未履行完毕的被执行信息", now);
        freeze(issued.get(22).code(), actor, "企业申请暂停使用", now);
        freeze(issued.get(23).code(), actor, "登记住所无法取得联系，待核实", now);
    }

    private void mark(Code code, CodeLevel level, Actor actor, String reason, Instant now) {
        codes.mark(code.getId(), 0, level, actor, reason, timeSince(code, now));
    }

    private void freeze(Code code, Actor actor, String reason, Instant now) {
        codes.freeze(code.getId(), 0, actor, reason, timeSince(code, now));
    }

    private Instant timeSince(Code code, Instant now) {
        return OfficeHours.between(code.getIssuedAt(), now, () -> 0.1 + 0.88 * random.nextDouble());
    }

    private void scan(List<Issued> issued, List<DemoAccount> accounts, Instant now) {
        List<DemoAccount> officers = accounts.stream()
                .filter(account -> account.role().equals("OFFICER"))
                .toList();
        Map<String, String> institutions = new HashMap<>();
        ReferenceFiles.institutions().stream()
                .map(Json.MAPPER::readTree)
                .forEach(row -> institutions.put(
                        row.get("code").asString(), row.get("name").asString()));
        List<String> places = DemoFiles.places();
        for (int i = 0; i < SCANS; i++) {
            // A part of the scans goes to the main enterprise, which is the first.
            Issued scanned = i % 6 == 0 ? issued.getFirst() : issued.get(random.nextInt(20));
            DemoAccount officer = officers.get(random.nextInt(officers.size()));
            Instant at = timeSince(scanned.code(), now);
            scans.add(
                    scanned.code(),
                    new Actor(officer.id(), officer.displayName()),
                    institutions.getOrDefault(officer.institutionCode(), ""),
                    ScanSource.OF_PEOPLE.get(random.nextInt(ScanSource.OF_PEOPLE.size())),
                    places.get(random.nextInt(places.size())),
                    scanned.consents().stream()
                            .filter(category -> category != ConsentCategory.TAX)
                            .sorted()
                            .toList(),
                    at);
        }
    }

    private Set<ConsentCategory> consents() {
        Set<ConsentCategory> consents = EnumSet.of(ConsentCategory.BASIC);
        for (ConsentCategory category : ConsentCategory.GENERAL) {
            if (random.nextInt(10) < 7) {
                consents.add(category);
            }
        }
        return consents;
    }

    /** In a division of the city that does not exist (its first four digits and 99), so that it is nobody's. */
    private String idNumber() {
        String digits = String.format(
                "%s99%04d%02d%02d%03d",
                district.substring(0, 4),
                1962 + random.nextInt(38),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(1000));
        return digits + ImportedClaims.checkCharacterOfIdNumber(digits);
    }

    private static DemoAccount account(List<DemoAccount> accounts, String username) {
        return accounts.stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
