package cn.zhengqi.code.consent;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.Actor;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.DemandShown;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who applies for a loan, or lets a bank see whose demand it is, consents that the bank reads the enterprise's register data: here it can be looked up and
 * withdrawn.
 */
@Configuration(proxyBeanMethods = false)
class WithApplications {

    @Bean
    EventHandler<LoanApplicationSubmitted> bankAllowed(Consents consents) {
        return on(
                LoanApplicationSubmitted.class,
                "bank-consents",
                (application, meta) -> consents.givenWithApplication(
                        application.enterpriseId(),
                        application.bankId(),
                        application.bankName(),
                        applicant(application.applicantId(), application.number()),
                        application.at()));
    }

    /** That it is taken back at the demand hides that demand; the consent to the bank, which applications may rest on, is withdrawn here. */
    @Bean
    EventHandler<DemandShown> bankAllowedByDemand(Consents consents) {
        return on(
                DemandShown.class,
                "bank-consents",
                (shown, meta) -> consents.givenWithApplication(
                        shown.claim().enterpriseId(),
                        shown.claim().bankId(),
                        shown.claim().bankName(),
                        new Actor(shown.granterId(), "融资需求 " + shown.claim().number()),
                        shown.at()));
    }

    /** The person is known by their account alone; the number leads to the application and its applicant. */
    static Actor applicant(UUID accountId, String applicationNumber) {
        return new Actor(accountId, "融资申请 " + applicationNumber);
    }
}
