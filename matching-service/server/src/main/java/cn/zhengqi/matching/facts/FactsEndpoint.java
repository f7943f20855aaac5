package cn.zhengqi.matching.facts;

import cn.zhengqi.matching.api.facts.InternalFacts;
import cn.zhengqi.web.Callers;
import java.util.List;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers({"policy-service", "finance-service"})
@RequestMapping("/internal/facts")
class FactsEndpoint implements InternalFacts {

    private final FactsInForce inForce;

    FactsEndpoint(FactsInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Edition facts(long known) {
        FactsInForce.Known current = inForce.current();
        return new Edition(
                current.revision(),
                current.revision() == known ? List.of() : current.dictionary().facts());
    }
}
