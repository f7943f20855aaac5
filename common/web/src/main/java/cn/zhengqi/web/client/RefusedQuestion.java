package cn.zhengqi.web.client;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;

/**
 * Another service said that this one may not ask (401, 403). The person, who cannot help it, hears that the service is unavailable; but it is a fault of the
 * platform that stays until somebody mends it: who goes on where nobody answers does not go on here.
 */
public final class RefusedQuestion extends ProblemException {

    private static final long serialVersionUID = 1L;

    public RefusedQuestion() {
        super(CommonProblem.SERVICE_UNAVAILABLE);
    }
}
