package cn.zhengqi.message.sms;

import cn.zhengqi.message.push.SmsProvider;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports what the simulator took a moment ago, as a provider's report would come: by its serial number, and saying that it is simulated. */
@Component
class SimulatedReports {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Providers providers;
    private final SmsAttempts attempts;
    private final Clock clock;

    SimulatedReports(JdbcClient jdbc, Providers providers, SmsAttempts attempts, Clock clock) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void reportAll() {
        for (SmsProvider provider : List.of(SmsProvider.SIMULATOR, SmsProvider.SIMULATOR_SPARE)) {
            if (providers.sender(provider).isPresent()) {
                report(provider);
            }
        }
    }

    private void report(SmsProvider provider) {
        List<Receipt> receipts = jdbc.sql("""
                        select serial from sms_attempt
                        where provider = ? and state = 'ACCEPTED' and serial is not null order by sent_at limit ?""")
                .params(provider.name(), AT_ONCE)
                .query((row, number) -> SimulatedPhone.receipt(row.getString("serial")))
                .list();
        if (!receipts.isEmpty()) {
            attempts.reported(provider, receipts, clock.instant());
        }
    }
}
