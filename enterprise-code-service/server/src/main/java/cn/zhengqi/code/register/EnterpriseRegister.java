package cn.zhengqi.code.register;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The register, with what is done when it does not answer. */
@Component
public class EnterpriseRegister {

    private static final Logger LOG = LoggerFactory.getLogger(EnterpriseRegister.class);

    private final InternalEnterprises enterprises;

    EnterpriseRegister(InternalEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    /**
     * For what cannot be decided without the register.
     *
     * @throws ProblemException NOT_FOUND; SERVICE_UNAVAILABLE while the register does not answer
     */
    public EnterpriseRecord require(UUID enterpriseId) {
        return enterprises.enterprise(enterpriseId);
    }

    /** For what can be shown without the register: empty while it does not answer, and for an enterprise it does not know. */
    public Optional<EnterpriseRecord> find(UUID enterpriseId) {
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
