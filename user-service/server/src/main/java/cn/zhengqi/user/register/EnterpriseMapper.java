package cn.zhengqi.user.register;

import cn.zhengqi.data.EntityMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface EnterpriseMapper extends EntityMapper<Enterprise> {}
