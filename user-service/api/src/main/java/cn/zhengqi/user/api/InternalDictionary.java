package cn.zhengqi.user.api;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The words that operators keep under 基础数据, for services that check what was chosen. */
@FeignClient(name = "user-service", contextId = "internal-dictionary", path = "/internal/dictionary")
public interface InternalDictionary {

    /** What money is borrowed for. */
    String LOAN_PURPOSE = "LOAN_PURPOSE";

    /** Of the purposes the one that says nothing by itself. */
    String OTHER_PURPOSE = "LOAN_PURPOSE.9_OTHER";

    /** What enterprises may say of a case with which they were satisfied. */
    String EVALUATION_PRAISE = "EVALUATION_PRAISE";

    /** What they may say of one with which they were not. */
    String EVALUATION_COMPLAINT = "EVALUATION_COMPLAINT";

    record Word(String code, String name) {}

    /** Those that can be chosen now, in their order; none for a category that is not known. */
    @GetMapping("/{category}")
    List<Word> words(@PathVariable("category") String category);
}
