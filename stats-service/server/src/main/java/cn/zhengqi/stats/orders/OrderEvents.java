package cn.zhengqi.stats.orders;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanSettled;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What each fact about a loan application does to the figures. */
@Configuration(proxyBeanMethods = false)
class OrderEvents {

    private static final String NAME = "orders";

    @Bean
    EventHandler<LoanApplicationSubmitted> orderSubmitted(OrderFigures figures) {
        return on(LoanApplicationSubmitted.class, NAME, (order, meta) -> {
            figures.count(order);
            figures.move(order.applicationId(), Standing.IN_REVIEW, meta.version());
        });
    }

    @Bean
    EventHandler<LoanApplicationAccepted> orderAccepted(OrderFigures figures) {
        return on(
                LoanApplicationAccepted.class,
                NAME,
                (order, meta) -> figures.move(order.applicationId(), Standing.IN_REVIEW, meta.version()));
    }

    @Bean
    EventHandler<LoanApplicationApproved> orderApproved(OrderFigures figures) {
        return on(
                LoanApplicationApproved.class,
                NAME,
                (order, meta) -> figures.move(order.applicationId(), Standing.APPROVED, meta.version()));
    }

    @Bean
    EventHandler<LoanApplicationRefused> orderRefused(OrderFigures figures) {
        return on(
                LoanApplicationRefused.class,
                NAME,
                (order, meta) -> figures.move(order.applicationId(), Standing.REFUSED, meta.version()));
    }

    @Bean
    EventHandler<LoanApplicationWithdrawn> orderWithdrawn(OrderFigures figures) {
        return on(
                LoanApplicationWithdrawn.class,
                NAME,
                (order, meta) -> figures.move(order.applicationId(), Standing.WITHDRAWN, meta.version()));
    }

    @Bean
    EventHandler<LoanDisbursed> loanDisbursed(OrderFigures figures) {
        return on(LoanDisbursed.class, NAME, (loan, meta) -> {
            figures.count(loan);
            figures.move(loan.applicationId(), Standing.APPROVED, meta.version());
        });
    }

    @Bean
    EventHandler<LoanSettled> loanSettled(OrderFigures figures) {
        return on(
                LoanSettled.class,
                NAME,
                (loan, meta) -> figures.move(loan.applicationId(), Standing.APPROVED, meta.version()));
    }
}
