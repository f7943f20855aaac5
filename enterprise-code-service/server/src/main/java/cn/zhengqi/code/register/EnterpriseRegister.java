package cn.zhengqi.code.register;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.RegisterEntryChanged;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The register, with what is done when it does not answer. What a copy knows, fed by the register's events, is not asked of it; what
 * is, is asked before the transaction begins: no connection may be held while another service thinks.
 */
@Component
public class EnterpriseRegister {

    static final String COPY = "register-copy";

    private static final Logger LOG = LoggerFactory.getLogger(EnterpriseRegister.class);

    private final InternalEnterprises enterprises;
    private final RegisteredEnterpriseMapper copy;

    EnterpriseRegister(InternalEnterprises enterprises, RegisteredEnterpriseMapper copy) {
        this.enterprises = enterprises;
        this.copy = copy;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<RegisterEntryChanged> enterpriseKnown(RegisteredEnterpriseMapper copy) {
            return on(RegisterEntryChanged.class, COPY, (changed, meta) -> copy.put(changed.entry(), meta.version()));
        }
    }

    /**
     * As the copy has it; the register itself is asked for what has not been heard of, such as what was registered before there
     * was a copy.
     *
     * @throws ProblemException NOT_FOUND; SERVICE_UNAVAILABLE while the register does not answer
     */
    public RegisteredEnterprise registered(UUID enterpriseId) {
        RegisteredEnterprise known = copy.find(enterpriseId);
        return known != null ? known : RegisteredEnterprise.of(enterprises.enterprise(enterpriseId));
    }

    /** Under which name people know it, as far as the copy does: it may be asked within a transaction. */
    public Optional<String> knownName(UUID enterpriseId) {
        return Optional.ofNullable(copy.find(enterpriseId)).map(RegisteredEnterprise::name);
    }

    /** Whether it is of the demo, as far as the copy knows: what it has not heard of counts as real, which tells nobody too much. */
    public boolean knownAsDemo(UUID enterpriseId) {
        RegisteredEnterprise known = copy.find(enterpriseId);
        return known != null && known.demo();
    }

    /**
     * The whole entry, as the copy has it; else the register is asked. For what can be shown without: empty while it does not answer, and for an enterprise it does not know.
     */
    public Optional<EnterpriseRecord> find(UUID enterpriseId) {
        return copy.entry(enterpriseId).or(() -> ask(enterpriseId));
    }

    /** For one of which the copy has not heard. */
    public Optional<EnterpriseRecord> ask(UUID enterpriseId) {
        try {
            return Optional.of(enterprises.enterprise(enterpriseId));
        } catch (ProblemException problem) {
            String code = problem.code().name();
            if (code.equals(CommonProblem.SERVICE_UNAVAILABLE.name()) || code.equals(CommonProblem.NOT_FOUND.name())) {
                LOG.warn("Going on without the register entry of {}: {}", enterpriseId, code);
                return Optional.empty();
            }
            throw problem;
        }
    }
}
