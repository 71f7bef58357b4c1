import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Writes the classes of a library as a compiler for Java 17 would: with the frames that its
 * verifier wants, and without which Java keeps no class in an archive. What they do stays as it is.
 */
final class RenewClasses {

  private RenewClasses() {}

  /**
   * @param arguments a class of the library, and the folder to write to
   */
  public static void main(String[] arguments) throws Exception {
    String name = arguments[0].replace('.', '/') + ".class";
    Path target = Path.of(arguments[1]);
    var connection =
        (JarURLConnection)
            ClassLoader.getSystemClassLoader()
                .resources(name)
                .filter(place -> place.getProtocol().equals("jar"))
                .findFirst()
                .orElseThrow()
                .openConnection();
    try (JarFile library = connection.getJarFile()) {
      List<JarEntry> classes =
          library.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .filter(entry -> entry.getName().contains("/"))
              .filter(entry -> !entry.getName().startsWith("META-INF/"))
              .toList();
      for (JarEntry entry : classes) {
        write(library, entry, target.resolve(entry.getName()));
      }
    }
  }

  private static void write(JarFile library, JarEntry entry, Path file) throws IOException {
    try (InputStream old = library.getInputStream(entry)) {
      ClassWriter renewed = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
      new ClassReader(old).accept(new AsOfJava17(renewed), ClassReader.SKIP_FRAMES);
      Files.createDirectories(file.getParent());
      Files.write(file, renewed.toByteArray());
    }
  }

  /** Changes nothing but the version. */
  private static final class AsOfJava17 extends ClassVisitor {

    AsOfJava17(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String parent,
        String[] interfaces) {
      super.visit(Opcodes.V17, access, name, signature, parent, interfaces);
    }
  }
}
