package cn.zhengqi.code.reading;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ReceiverKind;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.api.DeclarationViewed;
import cn.zhengqi.policy.api.RedemptionViewed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 数据查看记录: one record for the enterprise, whichever way its data was seen. Scans are kept where they are made. */
@Component
public class Readings {

    private static final int MOST_OF_A_CLAIM = 200;

    /** A page reads itself anew after each step that is done on it; who has it before them looks once. */
    static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private final ReadingMapper mapper;

    Readings(ReadingMapper mapper) {
        this.mapper = mapper;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<LoanApplicationViewed> readOnApplication(ReadingMapper mapper) {
            return on(
                    LoanApplicationViewed.class,
                    "readings",
                    (viewed, meta) -> mapper.add(
                            viewed, viewed.categories().stream().map(Enum::name).toList()));
        }

        @Bean
        EventHandler<DeclarationViewed> readOnDeclaration(ReadingMapper mapper) {
            return on(
                    DeclarationViewed.class,
                    "declaration-readings",
                    (viewed, meta) -> add(mapper, DeskReading.of(viewed)));
        }

        @Bean
        EventHandler<RedemptionViewed> readOnRedemption(ReadingMapper mapper) {
            return on(
                    RedemptionViewed.class,
                    "redemption-readings",
                    (viewed, meta) -> add(mapper, DeskReading.of(viewed)));
        }

        private static void add(ReadingMapper mapper, DeskReading reading) {
            mapper.addOfDesk(reading, reading.at().minus(ONE_LOOK), reading.at().plus(ONE_LOOK));
        }
    }

    @Transactional(readOnly = true)
    public Page<Reading> list(ReadingFilter.Query query, PageRequest page) {
        return Page.of(mapper.list(query, page), mapper.count(query), page).map(Readings::told);
    }

    @Transactional(readOnly = true)
    public long count(ReadingFilter.Query query) {
        return mapper.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    public void each(ReadingFilter.Query query, Consumer<Reading> row) {
        mapper.each(query, it -> row.accept(told(it.getResultObject())));
    }

    /** What was read of a claim, for whoever handed it in: whose papers they are. The newest first. */
    @Transactional(readOnly = true)
    public List<Reading> ofClaim(UUID claimId) {
        return mapper.ofClaim(claimId, MOST_OF_A_CLAIM).stream()
                .map(Readings::told)
                .toList();
    }

    /** In the transaction in which it was read. */
    public void add(SystemReading reading) {
        mapper.addOfSystem(reading);
    }

    /** In the transaction in which it was read. */
    public void add(ClaimReading reading) {
        mapper.addOfClaim(reading);
    }

    private static Reading told(ReadingMapper.Row row) {
        return new Reading(
                row.id(),
                row.at(),
                row.readerName(),
                row.institutionName(),
                purpose(row),
                row.source(),
                row.sourceId(),
                row.applicationNumber(),
                row.place(),
                row.categories().stream().map(ConsentCategory::valueOf).toList(),
                row.revealed(),
                row.document());
    }

    /** Who had a covered field shown said why in their own words. */
    private static String purpose(ReadingMapper.Row row) {
        String reason = row.reason();
        if (reason != null) {
            return reason;
        }
        return switch (row.source()) {
            case SCAN -> ReceiverKind.SCANNER.purpose();
            case SYSTEM -> ReceiverKind.SYSTEM.purpose();
            case APPLICATION ->
                Reading.isOfDemand(row.source(), row.applicationNumber()) ? "对接融资需求" : ReceiverKind.BANK.purpose();
            case CLAIM -> "审核领码申请";
            case DECLARATION -> "审核政策申报";
            case REDEMPTION -> "审核政策兑现";
        };
    }
}
