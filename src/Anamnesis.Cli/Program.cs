Console.WriteLine("anamnesis");
