package cn.zhengqi.promise;

import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventsAutoConfiguration;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.promise.HolidaysArranged;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service the calendar, and with a {@link PromiseKind} its promises. */
@AutoConfiguration(after = {DataAutoConfiguration.class, EventsAutoConfiguration.class})
@EnableConfigurationProperties(PromiseProperties.class)
public class PromiseAutoConfiguration {

    @Bean
    WorkCalendars workCalendars(JdbcClient jdbc) {
        return new WorkCalendars(jdbc);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(PromiseKind.class)
    static class Given {

        /** Only who promises something has the tables. */
        @Bean
        FlywayConfigurationCustomizer promiseMigrations() {
            return flyway -> flyway.locations(Stream.concat(
                            Stream.of(flyway.getLocations()), Stream.of(Location.fromPath("classpath:", "db/promise")))
                    .toArray(Location[]::new));
        }

        /** What user-service arranges is kept here too. */
        @Bean
        EventHandler<HolidaysArranged> calendar(WorkCalendars calendars) {
            return EventHandler.on(HolidaysArranged.class, WorkCalendars.COPY, (it, meta) -> {
                HolidayYear year = new HolidayYear(
                        it.year(), it.document(), new TreeSet<>(it.off()), new TreeSet<>(it.work()), it.version());
                if (Boolean.TRUE.equals(it.withdrawn())) {
                    calendars.withdraw(year, it.at());
                } else {
                    calendars.arrange(year, it.at());
                }
            });
        }

        @Bean
        PromiseBook promiseBook(JdbcClient jdbc, JdbcTemplate batches) {
            return new PromiseBook(jdbc, batches);
        }

        @Bean
        PromiseTerms promiseTerms(JdbcClient jdbc) {
            return new PromiseTerms(jdbc);
        }

        @Bean
        Promises promises(
                PromiseBook book,
                PromiseTerms terms,
                WorkCalendars calendars,
                PromiseProperties properties,
                Outbox outbox,
                ObjectProvider<Clock> clock) {
            return new Promises(
                    book, terms, calendars, properties.hours(), outbox, clock.getIfAvailable(Clock::systemUTC));
        }

        @Bean
        MovedPromisesEndpoint movedPromises(Promises promises) {
            return new MovedPromisesEndpoint(promises);
        }

        @Bean
        PromiseBoard promiseBoard(JdbcClient jdbc, Promises promises, Outbox outbox, ObjectProvider<Clock> clock) {
            return new PromiseBoard(jdbc, promises, outbox, clock.getIfAvailable(Clock::systemUTC));
        }

        @Bean
        PromiseExtensions promiseExtensions(
                JdbcClient jdbc,
                PromiseBook book,
                PromiseBoard board,
                Promises promises,
                Outbox outbox,
                ObjectProvider<Clock> clock) {
            return new PromiseExtensions(jdbc, book, board, promises, outbox, clock.getIfAvailable(Clock::systemUTC));
        }

        @Bean
        MeterBinder promisesSetAside(PromiseBook book) {
            return registry -> Gauge.builder("zhengqi.promise.set.aside", book, PromiseBook::aside)
                    .register(registry);
        }

        @Bean
        PromiseSweep promiseSweep(
                PromiseBook book,
                Promises promises,
                List<PromiseKind> kinds,
                Outbox outbox,
                PlatformTransactionManager transactions,
                ObjectProvider<Clock> clock) {
            return new PromiseSweep(
                    book,
                    promises,
                    kinds.stream().collect(Collectors.toMap(PromiseKind::name, Function.identity())),
                    outbox,
                    new TransactionTemplate(transactions),
                    clock.getIfAvailable(Clock::systemUTC));
        }
    }
}
