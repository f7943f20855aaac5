package cn.zhengqi.policy.express;

import cn.zhengqi.kernel.PageRequest;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 政策直通车, open to everyone. */
@RestController
@RequestMapping("/api/policy/express")
class ExpressController {

    private final PolicyExpress express;

    ExpressController(PolicyExpress express) {
        this.express = express;
    }

    @GetMapping
    ExpressPage list(@Valid ExpressFilter filter, PageRequest page) {
        return express.find(filter, page);
    }
}
