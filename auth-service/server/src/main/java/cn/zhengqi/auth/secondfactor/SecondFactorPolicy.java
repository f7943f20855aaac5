package cn.zhengqi.auth.secondfactor;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.kernel.UserType;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** Who may not do without a second factor. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecondFactorPolicy.Settings.class)
class SecondFactorPolicy {

    private final Set<UserType> requiredFor;
    private final boolean demonstration;

    SecondFactorPolicy(Settings settings, @Value("${zhengqi.demo.enabled:false}") boolean demonstration) {
        this.requiredFor = settings.requiredFor();
        this.demonstration = demonstration;
    }

    /** @param requiredFor kinds of users, wherever they work; bank, government and operator unless it is said otherwise */
    @ConfigurationProperties("zhengqi.sign-in.second-factor")
    record Settings(
            @DefaultValue({"BANK", "GOVERNMENT", "OPERATOR"})
            Set<UserType> requiredFor) {}

    /** @param atInstitution whether somebody who registered themselves works for an institution by now, and so looks after accounts of others */
    boolean requires(Account account, boolean atInstitution) {
        boolean letIn = atInstitution && account.userType().mayRegister();
        return (requiredFor.contains(account.userType()) || letIn) && !isExempt(account);
    }

    /** The accounts of the demonstration are everybody's, with a password that everybody knows; outside of one nothing is let off. */
    boolean isExempt(Account account) {
        return account.demo() && demonstration;
    }
}
