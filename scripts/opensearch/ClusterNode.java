import java.util.List;
import java.util.Map;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.transport.Netty4ModulePlugin;

/** One OpenSearch node with the settings `name=value` that it is given, until its standard input ends. */
class ClusterNode {
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.builder();
    for (var argument : arguments) {
      var pair = argument.split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    var environment =
        InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node");
    // Of the modules that every distribution of OpenSearch loads, those that dafu could use.
    var modules =
        List.of(
            CommonAnalysisModulePlugin.class,
            MapperExtrasModulePlugin.class,
            Netty4ModulePlugin.class,
            PainlessModulePlugin.class,
            ReindexModulePlugin.class);
    var node = new OpenSearchRunnerNode(environment, modules);
    node.start();
    System.out.println("started");
    while (System.in.read() >= 0) {}
    node.close();
    System.exit(0);
  }
}
