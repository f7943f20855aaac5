package cn.zhengqi.code.about;

import cn.zhengqi.data.EntityMapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AboutMapper extends EntityMapper<AboutPage> {

    default AboutPage page() {
        return selectOne(Wrappers.lambdaQuery(AboutPage.class));
    }
}
