package cn.zhengqi.stats.ticker;

import cn.zhengqi.kernel.Mask;

/** How the public ticker names an enterprise: {@code zhengqi.ticker.enterprise-name}. */
public enum ShownName {
    /** 北京****公司 */
    MASKED {
        @Override
        String of(String enterprise) {
            return Mask.ENTERPRISE_NAME.apply(enterprise);
        }
    },
    /** 某企业 */
    ANONYMOUS {
        @Override
        String of(String enterprise) {
            return "某企业";
        }
    },
    PLAIN {
        @Override
        String of(String enterprise) {
            return enterprise;
        }
    };

    abstract String of(String enterprise);
}
